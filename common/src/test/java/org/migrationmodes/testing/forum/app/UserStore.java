package org.migrationmodes.testing.forum.app;

import java.util.List;
import java.util.Optional;

/** Members and their ways in. */
final class UserStore {
    private final Sql sql;

    UserStore(Sql sql) {
        this.sql = sql;
    }

    Optional<User> find(int id) {
        return sql.first(User::of, User.SELECT + "WHERE u.id = ?", id);
    }

    User get(int id) {
        return find(id).orElseThrow(() -> new NotFoundException("Member"));
    }

    Optional<User> byName(String name) {
        return sql.first(User::of, User.SELECT + "WHERE u.name = ?", name);
    }

    List<User> members() {
        return sql.list(User::of, User.SELECT + "WHERE u.id <> ? AND u.active ORDER BY u.name", User.GUEST);
    }

    List<User> search(String part) {
        return sql.list(
                User::of,
                User.SELECT + "WHERE u.id <> ? AND LOCATE(LOWER(?), LOWER(u.name)) > 0 ORDER BY u.name",
                User.GUEST,
                part);
    }

    Optional<User> login(String name, String password) {
        Optional<String> stored =
                sql.first(row -> row.getString(1), "SELECT password FROM users WHERE name = ? AND active", name);
        return stored.filter(hash -> Passwords.matches(password, hash)).flatMap(hash -> byName(name));
    }

    int add(String name, String email, String password) {
        return sql.insert("""
                INSERT INTO users (name, password, email, active, activation_key, recover_key, title, location,
                                   signature, groups, joined, last_visit)
                VALUES (?, ?, ?, TRUE, '', '', 'Passenger', '', '', 'General', LOCALTIMESTAMP(0), LOCALTIMESTAMP(0))""", name, Passwords.hash(password), email);
    }

    void setPassword(int id, String password) {
        sql.update("UPDATE users SET password = ?, recover_key = '' WHERE id = ?", Passwords.hash(password), id);
    }

    void saveProfile(int id, String email, String location, String signature) {
        sql.update(
                "UPDATE users SET email = ?, location = ?, signature = ? WHERE id = ?", email, location, signature, id);
    }

    void saveGroups(int id, String groups) {
        sql.update("UPDATE users SET groups = ? WHERE id = ?", groups, id);
    }

    /** True where the key was the right one. */
    boolean activate(int id, String key) {
        return sql.update(
                        "UPDATE users SET active = TRUE WHERE id = ? AND activation_key = ? AND activation_key <> ''",
                        id,
                        key)
                > 0;
    }

    /** Notes a key by which a new password can be set, as the mail of a real forum would carry it. */
    void lostPassword(String name, String key) {
        sql.update("UPDATE users SET recover_key = ? WHERE name = ?", key, name);
    }

    Optional<User> byRecoverKey(String key) {
        return sql.first(User::of, User.SELECT + "WHERE u.recover_key = ? AND u.recover_key <> ''", key);
    }

    void setActive(int id, boolean active) {
        sql.update("UPDATE users SET active = ? WHERE id = ?", active, id);
    }

    void countVisit(int id) {
        sql.update("UPDATE users SET last_visit = LOCALTIMESTAMP WHERE id = ?", id);
    }
}
