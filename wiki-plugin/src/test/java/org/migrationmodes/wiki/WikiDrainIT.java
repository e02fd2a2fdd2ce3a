package org.migrationmodes.wiki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.Multipart;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawConnection;
import org.migrationmodes.testing.RawRequest;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.WikiChange;
import org.migrationmodes.testing.WikiRequest;

/** When the status says that a wiki is drained, its files can be copied. */
class WikiDrainIT {
    @TempDir
    static Path folder;

    private static PluggedWiki wiki;
    private static TomcatHost tomcat;

    @BeforeAll
    static void start() throws IOException {
        wiki = PluggedWiki.of(JspWiki.install(folder.resolve("wiki")), folder.resolve("wiki.json"), "/wiki");
        tomcat = TomcatHost.start(wiki.webapp());
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @Test
    void anUploadFromBeforeTheFreezeIsWaitedFor() {
        List<WikiRequest> writes = wiki.writes(tomcat);
        RawRequest request = upload("slow.txt");
        byte[] body = request.body();
        byte[] firstHalf = Arrays.copyOf(body, body.length / 2);

        try (RawConnection upload = tomcat.http().beginUpload(request, firstHalf)) {
            await("begin of the upload").until(() -> isUnderWay("slow.txt"));
            wiki.say("read-only", tomcat);

            assertThat(status()).contains("\"drained\" : false", "\"running\" : 1");
            assertThat(tomcat.http().send(upload("late.txt")).status()).isEqualTo(503);
            assertThat(status()).contains("\"drained\" : false", "\"running\" : 1");

            RawAnswer answer = upload.finish(Arrays.copyOfRange(body, body.length / 2, body.length));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        }

        await("drained").until(() -> status().contains("\"drained\" : true"));
        RowCheck check = new RowCheck(tomcat.http(), WikiChange.since(wiki.wiki()));
        writes.forEach(check::readsOrIsRefused);
        check.nothingWasStored();
        assertThat(tomcat.http().get("/wiki/attach/WithAttachment/slow.txt").text())
                .isEqualTo("content of slow.txt");
        assertThat(tomcat.http().get("/wiki/attach/WithAttachment/late.txt").status())
                .isEqualTo(404);
    }

    private static RawRequest upload(String name) {
        Multipart body = new Multipart()
                .field("page", "WithAttachment")
                .field("action", "upload")
                .file("content", name, ("content of " + name).getBytes(UTF_8));
        return RawRequest.of("POST", "/wiki/attach?progressid=" + name).body(body.contentType(), body.bytes());
    }

    /** The wiki itself knows of an upload as soon as it reads it. */
    private static boolean isUnderWay(String name) {
        RawAnswer answer = wiki.visitor(tomcat).post("/ajax/progressTracker/", Form.of("params", name));
        return answer.status() == 200 && answer.text().strip().matches("\\d+");
    }

    private static String status() {
        return MigrationFile.status(tomcat, "/wiki");
    }
}
