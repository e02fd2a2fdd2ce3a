package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

class CompressionOnTomcatTest extends CompressionAtTheWire {
    @Override
    GateHost.Server server() {
        return GateHost.Server.TOMCAT;
    }

    /** The connector sends the file when the response is over, around whatever a filter has put before it. */
    @Test
    void aHostIsNotOfferedToSendAFileAroundTheResponse(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), GateHost.PAGE);
        try (GateHost host = new GateHost(server(), Mode.READ_ONLY, "{}")) {
            host.serve((request, response) -> {
                response.setContentType("text/html;charset=UTF-8");
                response.setContentLengthLong(Files.size(file));
                boolean offered = Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"));
                response.setHeader("Sent-By", offered ? "connector" : "host");
                if (offered) {
                    request.setAttribute("org.apache.tomcat.sendfile.filename", file.toString());
                    request.setAttribute("org.apache.tomcat.sendfile.start", 0L);
                    request.setAttribute("org.apache.tomcat.sendfile.end", Files.size(file));
                } else {
                    Files.copy(file, response.getOutputStream());
                }
            });
            RawAnswer page = host.http().get("/app/page");
            assertThat(page.text()).contains("migration-banner");
            assertThat(page.header("Sent-By")).contains("host");

            RawAnswer image = host.http().send(RawRequest.get("/app/i").header("Sec-Fetch-Dest", "image"));
            assertThat(image.header("Sent-By")).contains("connector");
            host.configure("{ \"banner\": { \"script\": false } }");
            for (int ahead : new int[] {1, 60}) {
                host.ahead(Mode.NORMAL, "", host.now.plusSeconds(ahead), Mode.READ_ONLY);
                RawAnswer normal = host.http().get("/app/page");
                assertThat(normal.header("Sent-By")).contains("connector");
                assertThat(normal.text()).isEqualTo(GateHost.PAGE);
            }
        }
    }
}
