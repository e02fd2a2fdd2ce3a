package org.migrationmodes.testing.forum.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** A private message. */
record Message(int id, String from, int fromId, String to, String subject, String text, LocalDateTime sent) {
    static final String SELECT = """
            SELECT m.*, f.name AS from_name, t.name AS to_name
              FROM messages m JOIN users f ON f.id = m.from_user JOIN users t ON t.id = m.to_user\s""";

    static Message of(ResultSet row) throws SQLException {
        return new Message(
                row.getInt("id"),
                row.getString("from_name"),
                row.getInt("from_user"),
                row.getString("to_name"),
                row.getString("subject"),
                row.getString("message"),
                row.getObject("sent", LocalDateTime.class));
    }
}
