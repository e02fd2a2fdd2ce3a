package org.migrationmodes.testing.forum.app;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A stored file; its content is read only for a download. */
record Attachment(int id, int postId, String fileName, String contentType, int size, int downloads) {
    static final String SELECT =
            "SELECT id, post_id, file_name, content_type, LENGTH(content) AS size, downloads FROM attachments ";

    static Attachment of(ResultSet row) throws SQLException {
        return new Attachment(
                row.getInt("id"),
                row.getInt("post_id"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getInt("size"),
                row.getInt("downloads"));
    }
}
