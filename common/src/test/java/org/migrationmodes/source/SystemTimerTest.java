package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SystemTimerTest {
    @Test
    void aDelayThatFitsIntoNoNumberOfNanosecondsIsALongDelay() throws InterruptedException {
        try (SystemTimer timer = new SystemTimer("timer-test")) {
            AtomicBoolean rang = new AtomicBoolean();
            timer.after(Duration.ofSeconds(Long.MAX_VALUE), () -> rang.set(true));
            CountDownLatch now = new CountDownLatch(1);
            timer.after(Duration.ofSeconds(Long.MIN_VALUE), now::countDown);

            assertThat(now.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(rang).isFalse();
        }
    }

    @Test
    void aTaskThatThrowsDoesNotEndTheTimer() throws InterruptedException {
        try (SystemTimer timer = new SystemTimer("timer-test")) {
            timer.after(Duration.ZERO, () -> {
                throw new AssertionError("a task");
            });
            CountDownLatch next = new CountDownLatch(1);
            timer.after(Duration.ZERO, next::countDown);

            assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aThreadStartsWithTheFirstTaskAndEndsWithTheTimer() throws InterruptedException {
        SystemTimer timer = new SystemTimer("timer-test-life");
        assertThat(isRunning("timer-test-life")).isFalse();
        CountDownLatch begun = new CountDownLatch(1);
        timer.after(Duration.ZERO, begun::countDown);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(isRunning("timer-test-life")).isTrue();
        timer.close();
        timer.close();

        assertThat(isRunning("timer-test-life")).isFalse();
        timer.after(Duration.ZERO, begun::countDown).cancel();
    }

    /** It is warned of by Tomcat, which looks at once. */
    @RepeatedTest(200)
    void noThreadIsLeftOnItsWayOut() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        try (SystemTimer timer = new SystemTimer("timer-test-end")) {
            timer.after(Duration.ZERO, () -> thread.complete(Thread.currentThread()));
            thread.join();
        }

        assertThat(thread.join().isAlive()).isFalse();
    }

    private static boolean isRunning(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name));
    }
}
