package org.migrationmodes.gate;

import java.util.ArrayList;
import java.util.List;

/** The parameters of a query, and those that the first segments of the path are. Not thread-safe. */
final class PathValues implements NamedValues {
    private final NamedValues query;
    private final List<String> names;
    private final String path;
    private final int end;

    /**
     * @param names what the first segments are called
     * @param path has at least as many segments
     * @param end where the last one ends
     */
    PathValues(NamedValues query, List<String> names, String path, int end) {
        this.query = query;
        this.names = names;
        this.path = path;
        this.end = end;
    }

    @Override
    public int look(Condition condition) {
        int seen = query.look(condition);
        for (int i = 0; i < names.size(); i++) {
            if (condition.name().matches(names.get(i))) {
                int from = begin(i);
                seen |= condition.see(path, from, end(from));
            }
        }
        return seen;
    }

    @Override
    public List<String> values(String name) {
        List<String> values = new ArrayList<>(query.values(name));
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                int from = begin(i);
                values.add(path.substring(from, end(from)));
            }
        }
        return values;
    }

    /** The routes that the first of the segments does not rule out. */
    long routesLeft(SegmentIndex index) {
        return index.routesAt(path, begin(0), end(begin(0)));
    }

    private int begin(int segment) {
        int begin = 1;
        for (int i = 0; i < segment; i++) {
            begin = path.indexOf('/', begin) + 1;
        }
        return begin;
    }

    private int end(int begin) {
        int slash = path.indexOf('/', begin);
        return slash < 0 || slash > end ? end : slash;
    }
}
