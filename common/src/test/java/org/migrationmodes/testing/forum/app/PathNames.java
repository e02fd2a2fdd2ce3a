package org.migrationmodes.testing.forum.app;

import java.util.List;
import java.util.Map;

/** What the numbers of the path form {@code /module/action/p1/p2.page} are called. */
final class PathNames {
    private static final String START = "start";

    /** The last number of a path by module; one before it is where the list starts. */
    private static final Map<String, String> BY_MODULE = Map.ofEntries(
            Map.entry("forums", "forum_id"),
            Map.entry("posts", "topic_id"),
            Map.entry("pm", "id"),
            Map.entry("user", "user_id"),
            Map.entry("karma", "post_id"),
            Map.entry("bookmarks", "id"),
            Map.entry("ajax", "post_id"),
            Map.entry("adminForums", "forum_id"),
            Map.entry("adminCategories", "category_id"),
            Map.entry("adminUsers", "user_id"));

    private static final Map<String, List<String>> BY_ACTION = Map.ofEntries(
            Map.entry("posts.insert", List.of("forum_id")),
            Map.entry("posts.quote", List.of(START, "post_id")),
            Map.entry("posts.edit", List.of(START, "post_id")),
            Map.entry("posts.delete", List.of(START, "post_id")),
            Map.entry("posts.editSave", List.of("post_id")),
            Map.entry("posts.preList", List.of("topic_id", "post_id")),
            Map.entry("posts.listByUser", List.of(START, "user_id")),
            Map.entry("posts.downloadAttach", List.of("attach_id")),
            Map.entry("pm.sendTo", List.of("user_id")),
            Map.entry("user.activateAccount", List.of("hash", "user_id")),
            Map.entry("user.recoverPassword", List.of("hash")),
            Map.entry("bookmarks.insert", List.of("relation_type", "relation_id")),
            Map.entry("bookmarks.insertSave", List.of("relation_type", "relation_id")),
            Map.entry("rss.forumTopics", List.of("forum_id")),
            Map.entry("rss.topicPosts", List.of("topic_id")));

    private PathNames() {}

    static List<String> of(Target target, int count) {
        List<String> names = BY_ACTION.get(target.toString());
        if (names == null) {
            names = List.of(START, BY_MODULE.getOrDefault(target.module(), "id"));
        }
        int from = Math.max(0, names.size() - count);
        return names.subList(from, names.size());
    }
}
