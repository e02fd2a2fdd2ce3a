package org.migrationmodes.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the routes that are about a path by walking along its segments once, however many routes there are. A set of routes
 * is a number with a bit for each. Immutable; finding allocates nothing.
 */
final class PathIndex {
    /** How many routes fit into a set. */
    static final int MOST = Long.SIZE;

    private final PathNode root = new PathNode();
    private final List<Odd> odd = new ArrayList<>();
    private long anywhere;

    /** A pattern that goes by other things than whole segments, such as {@code /**.page}. */
    private record Odd(Glob pattern, long routes) {}

    /** Of the routes given, those beyond {@link #MOST} are left out. */
    PathIndex(List<Route> routes) {
        for (int i = 0; i < Math.min(MOST, routes.size()); i++) {
            long route = 1L << i;
            List<Glob> paths = routes.get(i).paths();
            anywhere |= paths.isEmpty() ? route : 0;
            for (Glob path : paths) {
                if (!root.add(path.toString(), route)) {
                    addOdd(path, route);
                }
            }
        }
    }

    private void addOdd(Glob path, long route) {
        for (int i = 0; i < odd.size(); i++) {
            Odd known = odd.get(i);
            if (known.pattern().toString().equals(path.toString())) {
                odd.set(i, new Odd(path, known.routes() | route));
                return;
            }
        }
        odd.add(new Odd(path, route));
    }

    /** The routes that have no path, or one that matches. */
    long routesAt(String path) {
        long found = anywhere | (path.startsWith("/") ? root.routesAt(path, 0) : 0);
        for (int i = 0; i < odd.size(); i++) {
            Odd pattern = odd.get(i);
            // what it could add may be there already
            if ((pattern.routes() & ~found) != 0 && pattern.pattern().matches(path)) {
                found |= pattern.routes();
            }
        }
        return found;
    }
}
