package org.migrationmodes.testing.forum.app;

/** A remembered forum (type 1), topic (2) or member (3). */
record Bookmark(int id, int type, int relationId, String title, String description) {
    String path() {
        return switch (type) {
            case 1 -> "forums/show/" + relationId + ".page";
            case 3 -> "user/profile/" + relationId + ".page";
            default -> "posts/list/" + relationId + ".page";
        };
    }
}
