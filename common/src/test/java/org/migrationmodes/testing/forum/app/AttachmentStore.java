package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Files that belong to posts. */
final class AttachmentStore {
    private final Sql sql;

    AttachmentStore(Sql sql) {
        this.sql = sql;
    }

    Attachment get(int id) {
        return sql.first(Attachment::of, Attachment.SELECT + "WHERE id = ?", id)
                .orElseThrow(() -> new NotFoundException("Attachment"));
    }

    byte[] content(int id) {
        return sql.first(row -> row.getBytes(1), "SELECT content FROM attachments WHERE id = ?", id)
                .orElseThrow(() -> new NotFoundException("Attachment"));
    }

    List<Attachment> ofPost(int post) {
        return sql.list(Attachment::of, Attachment.SELECT + "WHERE post_id = ? ORDER BY id", post);
    }

    List<Attachment> mostLoaded() {
        return sql.list(Attachment::of, Attachment.SELECT + "ORDER BY downloads DESC, id LIMIT 20");
    }

    void add(int post, Upload upload) {
        sql.insert(
                "INSERT INTO attachments (post_id, file_name, content_type, content, downloads) VALUES (?, ?, ?, ?, 0)",
                post,
                upload.fileName(),
                upload.contentType(),
                upload.content());
    }

    void countDownload(int id) {
        sql.update("UPDATE attachments SET downloads = downloads + 1 WHERE id = ?", id);
    }
}
