package org.migrationmodes.gate;

import org.jspecify.annotations.Nullable;

/**
 * Where patterns of paths stand after some segments: what ends here, what goes on below, and the segments that may follow.
 */
final class PathNode {
    private static final String ONE_SEGMENT = "*";
    private static final String ALL_BELOW = "**";

    private long ending;
    private long below;
    private @Nullable PathNode anySegment;
    private final SegmentTable<PathNode> named = new SegmentTable<>();

    /** Adds a pattern of whole segments, and tells whether it is one: {@code /a/b}, {@code /a/*}, {@code /a/**}. */
    boolean add(String pattern, long routes) {
        String[] segments = pattern.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            boolean whole = segments[i].equals(ONE_SEGMENT) || (last && segments[i].equals(ALL_BELOW));
            if (!whole && segments[i].indexOf('*') >= 0) {
                return false;
            }
        }
        if (!pattern.startsWith("/") || pattern.indexOf(Glob.ACROSS) >= 0) {
            return false;
        }
        add(segments, 1, routes);
        return true;
    }

    private void add(String[] segments, int at, long routes) {
        if (at == segments.length) {
            ending |= routes;
        } else if (segments[at].equals(ALL_BELOW)) {
            below |= routes;
            // the root of the tree is meant as well, but for that of all trees
            ending |= at > 1 ? routes : 0;
        } else {
            child(segments[at]).add(segments, at + 1, routes);
        }
    }

    private PathNode child(String segment) {
        if (segment.equals(ONE_SEGMENT)) {
            PathNode any = anySegment == null ? new PathNode() : anySegment;
            anySegment = any;
            return any;
        }
        PathNode known = named.get(segment);
        if (known != null) {
            return known;
        }
        PathNode node = new PathNode();
        named.put(segment, node);
        return node;
    }

    /** The routes of the patterns that match a path whose segments so far have led here. */
    long routesAt(String path, int at) {
        if (at == path.length()) {
            return ending;
        }
        // at a slash
        PathNode any = anySegment;
        if (any == null && named.isEmpty()) {
            return below;
        }
        int slash = path.indexOf('/', at + 1);
        int end = slash < 0 ? path.length() : slash;
        PathNode next = named.get(path, at + 1, end);
        return below | (next == null ? 0 : next.routesAt(path, end)) | (any == null ? 0 : any.routesAt(path, end));
    }
}
