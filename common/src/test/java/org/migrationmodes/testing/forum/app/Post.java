package org.migrationmodes.testing.forum.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** A post and the little that is shown of its author. */
record Post(
        int id,
        int topicId,
        int userId,
        String author,
        String authorTitle,
        String signature,
        String subject,
        String message,
        LocalDateTime created,
        int edits,
        int karma) {
    static final String SELECT = """
            SELECT p.*, u.name AS author, u.title AS author_title, u.signature,
                   (SELECT COALESCE(SUM(k.points), 0) FROM karma k WHERE k.post_id = p.id) AS karma_sum
              FROM posts p JOIN users u ON u.id = p.user_id\s""";

    static Post of(ResultSet row) throws SQLException {
        return new Post(
                row.getInt("id"),
                row.getInt("topic_id"),
                row.getInt("user_id"),
                row.getString("author"),
                row.getString("author_title"),
                row.getString("signature"),
                row.getString("subject"),
                row.getString("message"),
                row.getObject("created", LocalDateTime.class),
                row.getInt("edits"),
                row.getInt("karma_sum"));
    }
}
