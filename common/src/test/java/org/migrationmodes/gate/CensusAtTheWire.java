package org.migrationmodes.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.migrationmodes.flag.Mode;
import org.migrationmodes.testing.RawConnection;
import org.migrationmodes.testing.RawRequest;

/** Whoever was let in before the freeze keeps it from being called drained until he is out, however that comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CensusAtTheWire {
    @SuppressWarnings("NullAway.Init")
    private GateHost host;

    abstract GateHost.Server server();

    @BeforeAll
    void start() {
        host = new GateHost(server(), Mode.NORMAL, "{}");
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @BeforeEach
    void open() {
        host.mode(Mode.NORMAL);
    }

    private void drainsWithin10Seconds() {
        host.mode(Mode.CLOSED);
        await().atMost(10, TimeUnit.SECONDS).until(host.census::isDrained);
        assertThat(host.census.runningFromBefore()).isZero();
    }

    private RawConnection begin() {
        return host.http().open().send(RawRequest.get("/app/slow"));
    }

    @Test
    void aSlowUploadIsInsideUntilItsEnd() {
        CountDownLatch inside = new CountDownLatch(1);
        host.serve((request, response) -> {
            inside.countDown();
            response.getOutputStream().print(request.getInputStream().readAllBytes().length);
        });
        RawRequest upload = RawRequest.post("/app/attach").body(new byte[10]);

        try (RawConnection slow = host.http().beginUpload(upload, new byte[5])) {
            await().until(() -> inside.getCount() == 0);
            host.mode(Mode.READ_ONLY);
            assertThat(host.census.runningFromBefore()).isEqualTo(1);
            assertThat(host.census.isDrained()).isFalse();

            assertThat(slow.finish(new byte[5]).text()).isEqualTo("10");
        }
        drainsWithin10Seconds();
    }

    @Test
    void anExceptionOfTheHostLeavesNobodyInside() {
        host.serve((request, response) -> {
            throw new IllegalStateException("the host's own");
        });

        assertThat(host.http().get("/app/x").status()).isEqualTo(500);
        drainsWithin10Seconds();
    }

    @Test
    void anAsynchronousRequestIsInsideUntilItIsComplete() {
        CompletableFuture<AsyncContext> context = new CompletableFuture<>();
        host.serve((request, response) -> context.complete(request.startAsync()));

        try (RawConnection client = begin()) {
            AsyncContext begun = context.join();
            host.mode(Mode.READ_ONLY);
            assertThat(host.census.isDrained()).isFalse();
            begun.complete();
            assertThat(client.answer("GET").status()).isEqualTo(200);
        }
        drainsWithin10Seconds();
    }

    @Test
    void aHostMayCompleteBeforeTheFilterReturns() {
        host.serve((request, response) -> request.startAsync().complete());

        assertThat(host.http().get("/app/x").status()).isEqualTo(200);
        drainsWithin10Seconds();
    }

    @Test
    void dispatchesAndNewCyclesCountOnce() {
        AtomicInteger round = new AtomicInteger();
        CountDownLatch inLastRound = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        host.serve((request, response) -> {
            if (round.incrementAndGet() < 4) {
                AsyncContext context = request.startAsync();
                context.start(() -> context.dispatch("/again"));
                return;
            }
            inLastRound.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            response.getOutputStream().print("done");
        });

        try (RawConnection client = begin()) {
            await().until(() -> inLastRound.getCount() == 0);
            host.mode(Mode.READ_ONLY);
            assertThat(host.census.runningFromBefore()).isEqualTo(1);
            mayEnd.countDown();
            assertThat(client.answer("GET").text()).isEqualTo("done");
        }
        assertThat(round).hasValue(4);
        drainsWithin10Seconds();
    }

    @Test
    void aTimeoutEndsIt() {
        host.serve((request, response) -> request.startAsync().setTimeout(50));

        assertThat(host.http().get("/app/x").status()).isGreaterThanOrEqualTo(200);
        drainsWithin10Seconds();
    }

    @Test
    void anExceptionAfterTheStartOfAnAsynchronousPartEndsIt() {
        host.serve((request, response) -> {
            // Jetty ends it by the timeout
            request.startAsync().setTimeout(50);
            throw new IllegalStateException("the host's own");
        });

        try {
            assertThat(host.http().get("/app/x").status()).isEqualTo(500);
        } catch (UncheckedIOException e) {
            // Tomcat closes the connection
        }
        drainsWithin10Seconds();
    }

    @Test
    void anErrorInADispatchEndsIt() {
        AtomicInteger round = new AtomicInteger();
        host.serve((request, response) -> {
            if (round.incrementAndGet() == 1) {
                request.startAsync().dispatch("/again");
            } else {
                throw new IllegalStateException("the host's own");
            }
        });

        assertThat(host.http().get("/app/x").status()).isEqualTo(500);
        drainsWithin10Seconds();
    }

    @Test
    void aClientThatGoesAwayEndsIt() {
        CountDownLatch inside = new CountDownLatch(1);
        host.serve((request, response) -> {
            inside.countDown();
            request.getInputStream().readAllBytes();
        });

        RawConnection gone =
                host.http().beginUpload(RawRequest.post("/app/attach").body(new byte[10]), "12".getBytes(US_ASCII));
        await().until(() -> inside.getCount() == 0);
        host.mode(Mode.READ_ONLY);
        assertThat(host.census.isDrained()).isFalse();
        gone.close();
        drainsWithin10Seconds();
    }

    @Test
    void forwardsIncludesAndErrorPagesAreNotJudgedAgain() {
        host.configure("{ \"routes\": [ { \"path\": [\"/inner\", \"/error-page\"], \"verdict\": \"write\" } ] }");
        host.mode(Mode.READ_ONLY);
        host.serve((request, response) -> {
            // an included request keeps the path of its page
            boolean included = request.getDispatcherType() == DispatcherType.INCLUDE;
            switch (included ? "/inner" : request.getServletPath()) {
                case "/include" -> request.getRequestDispatcher("/inner").include(request, response);
                case "/forward" -> request.getRequestDispatcher("/inner").forward(request, response);
                case "/error" -> response.sendError(503);
                default -> response.getOutputStream().print("inner");
            }
        });

        assertThat(host.http().get("/app/include").text()).isEqualTo("inner");
        assertThat(host.http().get("/app/forward").text()).isEqualTo("inner");
        assertThat(host.http().get("/app/error").text()).isEqualTo("inner");
        assertThat(host.http().get("/app/inner").text()).doesNotContain("inner");
        host.configure("{}");
        drainsWithin10Seconds();
    }
}
