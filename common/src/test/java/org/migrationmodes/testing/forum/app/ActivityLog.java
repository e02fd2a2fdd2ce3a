package org.migrationmodes.testing.forum.app;

import java.util.List;

/** What moderators did. */
final class ActivityLog {
    private final Sql sql;

    ActivityLog(Sql sql) {
        this.sql = sql;
    }

    void add(int user, String action, int topic) {
        sql.insert(
                "INSERT INTO activity_log (user_id, action, topic_id, created) VALUES (?, ?, ?, LOCALTIMESTAMP(0))",
                user,
                action,
                topic);
    }

    /** The newest first, each as one line of text. */
    List<String> lines() {
        return sql.list(
                row -> row.getString("name") + ": " + row.getString("action") + ", topic " + row.getInt("topic_id"),
                "SELECT a.*, u.name FROM activity_log a JOIN users u ON u.id = a.user_id ORDER BY a.id DESC LIMIT 100");
    }
}
