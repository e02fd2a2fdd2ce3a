package org.migrationmodes.testing.forum.app;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One board of the forum with its counts. */
record Forum(int id, int categoryId, String name, String description, int topics, int posts) {
    static final String SELECT = """
            SELECT f.*, (SELECT COUNT(*) FROM topics t WHERE t.forum_id = f.id) AS topic_count,
                   (SELECT COUNT(*) FROM posts p JOIN topics t ON t.id = p.topic_id
                     WHERE t.forum_id = f.id AND p.approved) AS post_count
              FROM forums f\s""";

    static Forum of(ResultSet row) throws SQLException {
        return new Forum(
                row.getInt("id"),
                row.getInt("category_id"),
                row.getString("name"),
                row.getString("description"),
                row.getInt("topic_count"),
                row.getInt("post_count"));
    }
}
