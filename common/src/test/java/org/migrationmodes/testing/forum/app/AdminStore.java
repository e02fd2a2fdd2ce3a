package org.migrationmodes.testing.forum.app;

import java.util.List;

/** The rows of the plain admin modules. */
final class AdminStore {
    private final Sql sql;

    AdminStore(Sql sql) {
        this.sql = sql;
    }

    List<AdminRecord> of(String module) {
        return sql.list(
                row -> new AdminRecord(row.getInt("id"), row.getString("name"), row.getString("content")),
                "SELECT * FROM admin_records WHERE module = ? ORDER BY position, id",
                module);
    }

    AdminRecord get(String module, int id) {
        return of(module).stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Entry"));
    }

    void add(String module, String name, String content) {
        sql.insert("""
                INSERT INTO admin_records (module, name, content, position)
                VALUES (?, ?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM admin_records))""", module, name, content);
    }

    void save(String module, int id, String name, String content) {
        sql.update(
                "UPDATE admin_records SET name = ?, content = ? WHERE module = ? AND id = ?",
                name,
                content,
                module,
                id);
    }

    void delete(String module, int id) {
        sql.update("DELETE FROM admin_records WHERE module = ? AND id = ?", module, id);
    }

    void move(String module, int id, int steps) {
        sql.update("UPDATE admin_records SET position = position + ? WHERE module = ? AND id = ?", steps, module, id);
    }
}
