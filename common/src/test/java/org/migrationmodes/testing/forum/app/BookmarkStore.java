package org.migrationmodes.testing.forum.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Bookmarks. */
final class BookmarkStore {
    private final Sql sql;

    BookmarkStore(Sql sql) {
        this.sql = sql;
    }

    List<Bookmark> of(int user) {
        return sql.list(BookmarkStore::row, "SELECT * FROM bookmarks WHERE user_id = ? ORDER BY id", user);
    }

    Bookmark get(int id) {
        return sql.first(BookmarkStore::row, "SELECT * FROM bookmarks WHERE id = ?", id)
                .orElseThrow(() -> new NotFoundException("Bookmark"));
    }

    void add(int user, int type, int relation, String title, String description) {
        sql.insert(
                "INSERT INTO bookmarks (user_id, relation_type, relation_id, title, description) VALUES (?, ?, ?, ?, ?)",
                user,
                type,
                relation,
                title,
                description);
    }

    void save(int id, String title, String description) {
        sql.update("UPDATE bookmarks SET title = ?, description = ? WHERE id = ?", title, description, id);
    }

    void delete(int id) {
        sql.update("DELETE FROM bookmarks WHERE id = ?", id);
    }

    private static Bookmark row(ResultSet row) throws SQLException {
        return new Bookmark(
                row.getInt("id"),
                row.getInt("relation_type"),
                row.getInt("relation_id"),
                row.getString("title"),
                row.getString("description"));
    }
}
