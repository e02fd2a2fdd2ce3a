package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawAnswer;
import org.migrationmodes.testing.RawRequest;

/** Headers that the container has got before it is known what they are about in the end. */
abstract class EarlyHeadersAtTheWire {
    private static final String TAG = "\"v1\"";

    private GateHost host;

    abstract GateHost.Server server();

    @BeforeEach
    void start() {
        host = new GateHost(server(), Mode.READ_ONLY, "{}");
    }

    @AfterEach
    void stop() {
        host.close();
    }

    /** A page after a draft of something else that was taken back. */
    private RawAnswer pageAfterADraft(boolean dated) {
        host.serve((request, response) -> {
            response.setHeader("ETag", TAG);
            if (dated) {
                response.setDateHeader("Last-Modified", 1_600_000_000_000L);
            }
            response.getWriter().print("draft");
            response.resetBuffer();
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().print(GateHost.PAGE);
        });
        return host.http().get("/app/page");
    }

    @Test
    void anEntityTagGetsTheMarkOfTheBanner() {
        RawAnswer page = pageAfterADraft(false);
        assertThat(page.text()).contains("migration-banner");
        assertThat(page.all("ETag")).singleElement().asString().startsWith("\"v1~banner-");
    }

    /** Tomcat 10.1 takes no header back. */
    @Test
    void noBannerIsBesideADateOfThePageWithoutIt() {
        RawAnswer page = pageAfterADraft(true);
        boolean banner = page.text().contains("migration-banner");
        assertThat(page.header("Last-Modified").isPresent()).isNotEqualTo(banner);
        assertThat(page.header("ETag").equals(Optional.of(TAG))).isNotEqualTo(banner);
        assertThat(banner || page.text().equals(GateHost.PAGE)).isTrue();
    }

    @Test
    void theLengthOfAPageThatFailsMakesItNoSuccess() {
        host.serve((request, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(GateHost.PAGE.length());
            throw new IOException("as hosts fail");
        });

        assertThat(host.http().send(RawRequest.head("/app/page")).status()).isEqualTo(500);
    }
}
