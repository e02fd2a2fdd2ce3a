package org.migrationmodes.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules routes out by what a path names first, as {@code posts} in {@code /posts/list.page}: a route that is about no write
 * asks for all values to fit, so another value there is enough. Sets of routes are those of {@link PathIndex}. Immutable.
 */
final class SegmentIndex {
    private static final long ALL = -1;

    private final SegmentTable<Long> bySegment = new SegmentTable<>();
    private long whatever;

    /**
     * @param parameter what the segment is called
     */
    SegmentIndex(List<Route> routes, String parameter) {
        int indexed = Math.min(PathIndex.MOST, routes.size());
        Set<String> segments = new HashSet<>();
        for (int i = 0; i < indexed; i++) {
            Condition condition = asks(routes.get(i), parameter);
            whatever |= condition == null ? 1L << i : 0;
            if (condition != null) {
                condition.values().forEach(value -> segments.add(value.toString()));
            }
        }
        for (String segment : segments) {
            long left = whatever;
            for (int i = 0; i < indexed; i++) {
                Condition condition = asks(routes.get(i), parameter);
                left |= condition != null && Glob.anyMatches(condition.values(), segment) ? 1L << i : 0;
            }
            bySegment.put(segment, left);
        }
    }

    /** The condition by which a route can be ruled out; null if there is none. */
    private static @Nullable Condition asks(Route route, String parameter) {
        for (Condition condition : route.conditions()) {
            if (route.verdict() != Verdict.WRITE
                    && condition.name().toString().equals(parameter)
                    && condition.values().stream().allMatch(Glob::isLiteral)) {
                return condition;
            }
        }
        return null;
    }

    /** The routes that are left; all of them for a segment of which hosts may see but a part. */
    long routesAt(String path, int from, int to) {
        if (!Condition.isLetters(path, from, to)) {
            return ALL;
        }
        Long left = bySegment.get(path, from, to);
        return left == null ? whatever : left;
    }
}
