package org.migrationmodes.testing.forum.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs statements, each one a transaction of its own. */
final class Sql {
    private final DataSource source;

    Sql(DataSource source) {
        this.source = source;
    }

    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> list(Row<T> mapper, String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    <T> Optional<T> first(Row<T> mapper, String sql, Object... values) {
        return list(mapper, sql, values).stream().findFirst();
    }

    int number(String sql, Object... values) {
        return first(row -> row.getInt(1), sql, values).orElse(0);
    }

    int update(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Inserts a row and gives its id. */
    int insert(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getInt("id");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
