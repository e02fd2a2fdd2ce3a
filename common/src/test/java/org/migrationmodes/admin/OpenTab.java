package org.migrationmodes.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests in one tab after the other of a browser, none of which may disturb its page. */
abstract class OpenTab {
    static BannerTab tab;

    @BeforeAll
    static void start() {
        tab = new BannerTab();
    }

    @AfterAll
    static void stop() {
        tab.close();
    }

    @AfterEach
    void thePageWasNotDisturbed() {
        assertThat(tab.time.errors()).isEmpty();
    }
}
