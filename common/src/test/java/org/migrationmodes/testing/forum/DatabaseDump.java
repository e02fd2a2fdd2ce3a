package org.migrationmodes.testing.forum;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcDataSource;

/** Reads a whole database as text, leaving some columns out. */
final class DatabaseDump {
    private final Set<String> without;

    DatabaseDump(Set<String> without) {
        this.without = without;
    }

    SortedMap<String, String> of(String jdbcUrl) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(jdbcUrl);
        source.setUser("sa");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            SortedMap<String, String> dump = new TreeMap<>();
            for (String table : tables(statement)) {
                dump.put(table, rows(statement, table));
            }
            return dump;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + jdbcUrl, e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** The first two columns order every table: they hold its primary key. */
    private String rows(Statement statement, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
                    if (!without.contains(table + "." + name)) {
                        text.append(name)
                                .append('=')
                                .append(value(rows.getObject(i)))
                                .append(" | ");
                    }
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String value(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
