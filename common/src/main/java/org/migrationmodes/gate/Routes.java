package org.migrationmodes.gate;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of a profile in their order. Immutable. */
final class Routes {
    static final Routes NONE = new Routes(List.of(), null);

    private final List<Route> all;
    /** Of the first {@link PathIndex#MOST}, those whose paths match. */
    private final PathIndex byPath;
    /** Of the same, those that the first of the path's parameters leaves; null for a host that takes none from paths. */
    private final @Nullable SegmentIndex bySegment;

    private final List<Route> withoutBanner;

    /**
     * @param pathParameters what the host takes from paths
     */
    Routes(List<Route> all, @Nullable PathParameters pathParameters) {
        this.all = all;
        this.byPath = new PathIndex(all);
        this.bySegment = pathParameters == null || pathParameters.names().isEmpty()
                ? null
                : new SegmentIndex(all, pathParameters.names().get(0));
        this.withoutBanner = all.stream().filter(route -> !route.banner()).toList();
    }

    List<Route> all() {
        return all;
    }

    /** The first that decides about a request, taken to be at the given path; null if none does. */
    @Nullable
    Route first(JudgedRequest request, String path, NamedValues known) throws IOException {
        for (long left = worthAsking(path, known); left != 0; left &= left - 1) {
            Route route = all.get(Long.numberOfTrailingZeros(left));
            if (route.matchesAt(request, known)) {
                return route;
            }
        }
        for (int i = PathIndex.MOST; i < all.size(); i++) {
            if (all.get(i).matches(request, path, known)) {
                return all.get(i);
            }
        }
        return null;
    }

    private long worthAsking(String path, NamedValues known) {
        long left = byPath.routesAt(path);
        return bySegment != null && known instanceof PathValues values ? left & values.routesLeft(bySegment) : left;
    }

    boolean allHaveBanner() {
        return withoutBanner.isEmpty();
    }

    boolean allowBanner(JudgedRequest request, NamedValues known) {
        for (int i = 0; i < withoutBanner.size(); i++) {
            if (withoutBanner.get(i).forbidsBanner(request, known)) {
                return false;
            }
        }
        return true;
    }
}
