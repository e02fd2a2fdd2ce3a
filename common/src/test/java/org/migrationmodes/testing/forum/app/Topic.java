package org.migrationmodes.testing.forum.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** A topic with its counts and its last post. */
record Topic(
        int id,
        int forumId,
        String forumName,
        String title,
        String author,
        int views,
        int replies,
        boolean locked,
        boolean pinned,
        int lastPostId,
        String lastAuthor,
        LocalDateTime lastTime) {
    static final String SELECT = """
            SELECT t.*, f.name AS forum_name, u.name AS author, l.id AS last_id, l.created AS last_time,
                   lu.name AS last_author,
                   (SELECT COUNT(*) FROM posts p WHERE p.topic_id = t.id AND p.approved) AS post_count
              FROM topics t
              JOIN forums f ON f.id = t.forum_id
              JOIN users u ON u.id = t.user_id
              JOIN posts l ON l.id = (SELECT MAX(p.id) FROM posts p WHERE p.topic_id = t.id AND p.approved)
              JOIN users lu ON lu.id = l.user_id\s""";

    static Topic of(ResultSet row) throws SQLException {
        return new Topic(
                row.getInt("id"),
                row.getInt("forum_id"),
                row.getString("forum_name"),
                row.getString("title"),
                row.getString("author"),
                row.getInt("views"),
                row.getInt("post_count") - 1,
                row.getBoolean("locked"),
                row.getBoolean("pinned"),
                row.getInt("last_id"),
                row.getString("last_author"),
                row.getObject("last_time", LocalDateTime.class));
    }
}
