package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Topics, their polls and who watches them. */
final class TopicStore {
    private final Sql sql;

    TopicStore(Sql sql) {
        this.sql = sql;
    }

    Topic get(int id) {
        return sql.first(Topic::of, Topic.SELECT + "WHERE t.id = ?", id)
                .orElseThrow(() -> new NotFoundException("Topic"));
    }

    List<Topic> ofForum(int forum) {
        return sql.list(Topic::of, Topic.SELECT + "WHERE t.forum_id = ? ORDER BY t.pinned DESC, l.id DESC", forum);
    }

    List<Topic> recent() {
        return sql.list(Topic::of, Topic.SELECT + "ORDER BY l.created DESC, l.id DESC LIMIT 20");
    }

    List<Topic> hottest() {
        return sql.list(Topic::of, Topic.SELECT + "ORDER BY t.views DESC, t.id LIMIT 20");
    }

    List<Topic> search(String words) {
        return sql.list(Topic::of, Topic.SELECT + """
                        WHERE EXISTS (SELECT 1 FROM posts p WHERE p.topic_id = t.id AND p.approved
                          AND (LOCATE(LOWER(?), LOWER(p.message)) > 0 OR LOCATE(LOWER(?), LOWER(p.subject)) > 0))
                        ORDER BY l.id DESC""", words, words);
    }

    int add(int forum, int user, String title) {
        return sql.insert(
                "INSERT INTO topics (forum_id, user_id, title, views, locked, pinned) VALUES (?, ?, ?, 0, FALSE, FALSE)",
                forum,
                user,
                title);
    }

    void countView(int id) {
        sql.update("UPDATE topics SET views = views + 1 WHERE id = ?", id);
    }

    void lock(int id, boolean locked) {
        sql.update("UPDATE topics SET locked = ? WHERE id = ?", locked, id);
    }

    void move(int id, int forum) {
        sql.update("UPDATE topics SET forum_id = ? WHERE id = ?", forum, id);
    }

    void remove(int id) {
        sql.update("DELETE FROM posts WHERE topic_id = ?", id);
        sql.update("DELETE FROM topics WHERE id = ?", id);
    }

    List<PollOption> poll(int topic) {
        return sql.list(
                row -> new PollOption(row.getInt("id"), row.getString("label"), row.getInt("votes")),
                "SELECT * FROM poll_options WHERE topic_id = ? ORDER BY id",
                topic);
    }

    void vote(int option) {
        sql.update("UPDATE poll_options SET votes = votes + 1 WHERE id = ?", option);
    }

    void watch(int topic, int user) {
        sql.update("MERGE INTO topic_watch KEY (topic_id, user_id) VALUES (?, ?)", topic, user);
    }

    void unwatch(int topic, int user) {
        sql.update("DELETE FROM topic_watch WHERE topic_id = ? AND user_id = ?", topic, user);
    }

    boolean watched(int topic, int user) {
        return sql.number("SELECT COUNT(*) FROM topic_watch WHERE topic_id = ? AND user_id = ?", topic, user) > 0;
    }
}
