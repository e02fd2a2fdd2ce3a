package org.migrationmodes.testing.forum.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.Driver;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.RunScript;

/** All that the forum remembers. Opening creates and seeds a database that is not there yet. */
final class ForumStore implements AutoCloseable {
    private final JdbcConnectionPool pool;
    private final Sql sql;

    private ForumStore(JdbcConnectionPool pool) {
        this.pool = pool;
        this.sql = new Sql(pool);
    }

    static ForumStore open(String url) {
        ForumStore store = new ForumStore(JdbcConnectionPool.create(url, "sa", ""));
        if (store.sql.number("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'ADMIN_RECORDS'")
                == 0) {
            store.run("schema.sql");
            store.run("seed.sql");
            store.users().setPassword(2, "admin");
            store.users().setPassword(3, "anna");
        }
        return store;
    }

    BoardStore boards() {
        return new BoardStore(sql);
    }

    TopicStore topics() {
        return new TopicStore(sql);
    }

    PostStore posts() {
        return new PostStore(sql);
    }

    AttachmentStore attachments() {
        return new AttachmentStore(sql);
    }

    UserStore users() {
        return new UserStore(sql);
    }

    MessageStore messages() {
        return new MessageStore(sql);
    }

    BookmarkStore bookmarks() {
        return new BookmarkStore(sql);
    }

    ActivityLog activities() {
        return new ActivityLog(sql);
    }

    AdminStore admin() {
        return new AdminStore(sql);
    }

    private void run(String script) {
        try (InputStream in = ForumStore.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the forum has no " + script);
            }
            try (Connection connection = pool.getConnection();
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                RunScript.execute(connection, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(script, e);
        }
    }

    /** Shuts the database down, so that no thread or lock of it outlives the web application. */
    @Override
    public void close() {
        sql.update("SHUTDOWN");
        pool.dispose();
        Driver.unload();
    }
}
