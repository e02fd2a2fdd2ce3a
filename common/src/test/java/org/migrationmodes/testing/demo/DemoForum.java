package org.migrationmodes.testing.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;
import org.migrationmodes.testing.forum.ForumFixture;

/** The forum with the plugin. */
final class DemoForum {
    private DemoForum() {}

    static Host start(Path folder, int port, Path plugin, String flagUrl) throws IOException {
        Path webapp = ForumFixture.explode(DemoFolder.empty(folder).resolve("webapp"));
        Webapp configured = DemoFolder.withPlugin(Webapp.at("", webapp), plugin, flagUrl)
                .contextParam("forum.data", folder.resolve("data").toString());
        return TomcatHost.start(port, List.of(configured));
    }
}
