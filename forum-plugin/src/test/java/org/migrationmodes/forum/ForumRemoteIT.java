package org.migrationmodes.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.migrationmodes.testing.MigrationFile.awaitMode;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.MigrationFile;
import org.migrationmodes.testing.PluginJar;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.forum.ForumFixture;

/** Two forums follow one website. */
class ForumRemoteIT {
    @TempDir
    Path folder;

    private Website website;
    private Webapp one;
    private Webapp other;
    private MigrationFile fileOfOne;
    private TomcatHost host;

    @BeforeEach
    void start() throws Exception {
        website = Website.up();
        website.publish(document(1, "normal"));
        fileOfOne = MigrationFile.create(folder.resolve("one.json"));
        follow(fileOfOne, "follow", "forum");
        MigrationFile fileOfOther = MigrationFile.create(folder.resolve("other.json"));
        follow(fileOfOther, "follow", "forum2");
        one = fileOfOne.configure(webapp("/forum"));
        other = fileOfOther.configure(webapp("/other"));
        host = TomcatHost.start(one, other);
    }

    @AfterEach
    void stop() {
        host.close();
        website.close();
    }

    @Test
    void onlyTheForumThatIsNamedFreezes() {
        website.publish(document(2, "maintenance"));
        awaitMode("read-only", host, "/forum");

        assertThat(writes("/forum")).isFalse();
        assertThat(writes("/other")).isTrue();
        int told = website.notModified();
        await().until(() -> website.notModified() > told + 2);
        assertThat(writes("/forum")).isFalse();
        assertThat(writes("/other")).isTrue();
    }

    @Test
    void aFrozenForumStaysFrozenWhileTheWebsiteIsDownAndOverARestart() throws Exception {
        website.publish(document(2, "maintenance"));
        awaitMode("read-only", host, "/forum");
        website.goDown();
        await().until(() -> MigrationFile.status(host, "/forum").contains("\"interrupted\""));

        assertThat(writes("/forum")).isFalse();
        assertThat(writes("/other")).isTrue();

        host.close();
        host = TomcatHost.start(one, other);
        assertThat(writes("/forum")).isFalse();
        assertThat(writes("/other")).isTrue();

        website.publish(document(3, "normal"));
        website.comeUp();
        awaitMode("normal", host, "/forum");
        assertThat(writes("/forum")).isTrue();
    }

    @Test
    void theLocalModeBeatsTheWebsiteUntilItFollowsAgain() {
        website.publish(document(2, "maintenance"));
        awaitMode("read-only", host, "/forum");

        follow(fileOfOne, "normal", "forum");
        awaitMode("normal", host, "/forum");
        assertThat(writes("/forum")).isTrue();

        follow(fileOfOne, "follow", "forum");
        awaitMode("read-only", host, "/forum");
        assertThat(writes("/forum")).isFalse();
    }

    @Test
    void anOlderDocumentIsIgnored() {
        website.publish(document(7, "maintenance"));
        awaitMode("read-only", host, "/forum");

        website.publish(document(6, "normal"));
        await().until(() -> MigrationFile.status(host, "/forum").contains("epoch 7"));
        assertThat(writes("/forum")).isFalse();

        website.publish(document(7, "normal"));
        awaitMode("normal", host, "/forum");
        assertThat(writes("/forum")).isTrue();
    }

    private Webapp webapp(String contextPath) throws IOException {
        Path exploded = ForumFixture.explode(folder.resolve("app" + contextPath));
        PluginJar.dropInto(exploded);
        return Webapp.at(contextPath, exploded);
    }

    private void follow(MigrationFile file, String mode, String service) {
        file.write("""
                {
                  "mode": "%s",
                  "service": "%s",
                  "remote": { "url": "%s", "interval": "1s" }
                }
                """.formatted(mode, service, website.url()));
    }

    private static String document(int epoch, String modeOfOne) {
        return """
                {
                  "epoch": %d,
                  "announcement": "%s",
                  "services": { "forum": "%s", "forum2": "normal" }
                }
                """.formatted(epoch, MigrationFile.ANNOUNCEMENT, modeOfOne);
    }

    private boolean writes(String contextPath) {
        Form form = Form.of("module", "posts", "action", "insertSave", "topic_id", "1", "message", "m");
        return host.http().post(contextPath + "/jforum.page", form).status() != 503;
    }
}
