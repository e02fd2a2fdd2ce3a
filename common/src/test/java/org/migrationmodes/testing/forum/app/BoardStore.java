package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Categories and forums. */
final class BoardStore {
    private final Sql sql;

    BoardStore(Sql sql) {
        this.sql = sql;
    }

    List<Category> categories() {
        return sql.list(
                row -> new Category(row.getInt("id"), row.getString("title")),
                "SELECT * FROM categories ORDER BY position, id");
    }

    Category category(int id) {
        return categories().stream()
                .filter(category -> category.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Category"));
    }

    List<Forum> forums() {
        return sql.list(Forum::of, Forum.SELECT + "ORDER BY f.position, f.id");
    }

    Forum forum(int id) {
        return sql.first(Forum::of, Forum.SELECT + "WHERE f.id = ?", id)
                .orElseThrow(() -> new NotFoundException("Forum"));
    }

    void addForum(int category, String name, String description) {
        sql.insert("""
                INSERT INTO forums (category_id, name, description, position)
                VALUES (?, ?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM forums))""", category, name, description);
    }

    void saveForum(int id, String name, String description) {
        sql.update("UPDATE forums SET name = ?, description = ? WHERE id = ?", name, description, id);
    }

    void addCategory(String title) {
        sql.insert("""
                INSERT INTO categories (title, position)
                VALUES (?, (SELECT COALESCE(MAX(position), 0) + 1 FROM categories))""", title);
    }

    void saveCategory(int id, String title) {
        sql.update("UPDATE categories SET title = ? WHERE id = ?", title, id);
    }

    void deleteForum(int id) {
        sql.update("DELETE FROM forums WHERE id = ?", id);
    }

    void deleteCategory(int id) {
        sql.update("DELETE FROM categories WHERE id = ?", id);
    }

    void moveForum(int id, int steps) {
        sql.update("UPDATE forums SET position = position + ? WHERE id = ?", steps, id);
    }

    void moveCategory(int id, int steps) {
        sql.update("UPDATE categories SET position = position + ? WHERE id = ?", steps, id);
    }

    void watch(int forum, int user) {
        sql.update("MERGE INTO forum_watch KEY (forum_id, user_id) VALUES (?, ?)", forum, user);
    }

    void unwatch(int forum, int user) {
        sql.update("DELETE FROM forum_watch WHERE forum_id = ? AND user_id = ?", forum, user);
    }

    boolean watched(int forum, int user) {
        return sql.number("SELECT COUNT(*) FROM forum_watch WHERE forum_id = ? AND user_id = ?", forum, user) > 0;
    }
}
