package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Private messages. */
final class MessageStore {
    private final Sql sql;

    MessageStore(Sql sql) {
        this.sql = sql;
    }

    List<Message> inbox(int user) {
        return sql.list(Message::of, Message.SELECT + "WHERE m.to_user = ? ORDER BY m.id DESC", user);
    }

    List<Message> sent(int user) {
        return sql.list(Message::of, Message.SELECT + "WHERE m.from_user = ? ORDER BY m.id DESC", user);
    }

    Message get(int id) {
        return sql.first(Message::of, Message.SELECT + "WHERE m.id = ?", id)
                .orElseThrow(() -> new NotFoundException("Message"));
    }

    void send(int from, int to, String subject, String text) {
        sql.insert("""
                INSERT INTO messages (from_user, to_user, subject, message, sent)
                VALUES (?, ?, ?, ?, LOCALTIMESTAMP(0))""", from, to, subject, text);
    }

    void delete(int id) {
        sql.update("DELETE FROM messages WHERE id = ?", id);
    }
}
