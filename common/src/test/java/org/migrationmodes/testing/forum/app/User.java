package org.migrationmodes.testing.forum.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** A member, or the guest. */
record User(
        int id,
        String name,
        String email,
        boolean active,
        String title,
        String location,
        String signature,
        String groups,
        LocalDateTime joined,
        int posts,
        int karma) {
    /** The id of everybody who has not logged in, as in JForum. */
    static final int GUEST = 1;

    static final String SELECT = """
            SELECT u.*, (SELECT COUNT(*) FROM posts p WHERE p.user_id = u.id) AS post_count,
                   (SELECT COALESCE(SUM(k.points), 0) FROM karma k JOIN posts p ON p.id = k.post_id
                     WHERE p.user_id = u.id) AS karma_sum
              FROM users u\s""";

    static User of(ResultSet row) throws SQLException {
        return new User(
                row.getInt("id"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getString("title"),
                row.getString("location"),
                row.getString("signature"),
                row.getString("groups"),
                row.getObject("joined", LocalDateTime.class),
                row.getInt("post_count"),
                row.getInt("karma_sum"));
    }

    boolean guest() {
        return id == GUEST;
    }

    boolean admin() {
        return groups.equals("Administration");
    }
}
