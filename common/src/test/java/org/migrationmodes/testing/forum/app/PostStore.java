package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Posts and the karma that they were given. */
final class PostStore {
    /** Posts on a page of a topic. */
    static final int PAGE = 10;

    private final Sql sql;

    PostStore(Sql sql) {
        this.sql = sql;
    }

    Post get(int id) {
        return sql.first(Post::of, Post.SELECT + "WHERE p.id = ?", id).orElseThrow(() -> new NotFoundException("Post"));
    }

    List<Post> ofTopic(int topic, int start) {
        return sql.list(
                Post::of,
                Post.SELECT + "WHERE p.topic_id = ? AND p.approved ORDER BY p.id LIMIT ? OFFSET ?",
                topic,
                PAGE,
                start);
    }

    List<Post> ofUser(int user) {
        return sql.list(Post::of, Post.SELECT + "WHERE p.user_id = ? AND p.approved ORDER BY p.id DESC LIMIT 50", user);
    }

    List<Post> latest() {
        return sql.list(Post::of, Post.SELECT + "WHERE p.approved ORDER BY p.id DESC LIMIT 20");
    }

    List<Post> waiting(int forum) {
        return sql.list(
                Post::of,
                Post.SELECT
                        + "JOIN topics t ON t.id = p.topic_id WHERE NOT p.approved AND t.forum_id = ? ORDER BY p.id",
                forum);
    }

    List<Post> fromAddress(String ip) {
        return sql.list(Post::of, Post.SELECT + "WHERE p.ip = ? ORDER BY p.id DESC", ip);
    }

    int add(int topic, int user, String subject, String message, String ip) {
        return sql.insert("""
                INSERT INTO posts (topic_id, user_id, subject, message, created, edits, approved, ip)
                VALUES (?, ?, ?, ?, LOCALTIMESTAMP(0), 0, TRUE, ?)""", topic, user, subject, message, ip);
    }

    void save(int id, String subject, String message) {
        sql.update("UPDATE posts SET subject = ?, message = ?, edits = edits + 1 WHERE id = ?", subject, message, id);
    }

    void delete(int id) {
        sql.update("DELETE FROM posts WHERE id = ?", id);
        sql.update("DELETE FROM topics WHERE id NOT IN (SELECT topic_id FROM posts)");
    }

    void approve(int id) {
        sql.update("UPDATE posts SET approved = TRUE WHERE id = ?", id);
    }

    void rate(int post, int user, int points) {
        sql.insert("INSERT INTO karma (post_id, from_user, points) VALUES (?, ?, ?)", post, user, points);
    }
}
