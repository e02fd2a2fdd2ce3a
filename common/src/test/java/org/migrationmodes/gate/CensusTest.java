package org.migrationmodes.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationmodes.flag.Mode;

class CensusTest {
    private final Census census = new Census(GateHost.flag(Mode.NORMAL, null));

    @ParameterizedTest
    @EnumSource(Mode.class)
    void anIdleServerIsDrainedWhereWritesAreRefused(Mode mode) {
        census.accept(GateHost.flag(mode, null));

        assertThat(census.isDrained()).isEqualTo(mode.isFrozen());
        assertThat(census.runningFromBefore()).isZero();
    }

    @Test
    void aRequestFromBeforeTheFreezeKeepsItFromBeingDrainedWhateverComesBetween() {
        Census.Term write = census.admit();

        for (Mode mode : List.of(Mode.ANNOUNCED, Mode.READ_ONLY, Mode.MOVED, Mode.NORMAL, Mode.CLOSED)) {
            census.accept(GateHost.flag(mode, null));
            assertThat(census.isDrained()).isFalse();
        }
        assertThat(census.runningFromBefore()).isEqualTo(1);
        write.leave();

        assertThat(census.isDrained()).isTrue();
    }

    @Test
    void whatCameUnderAnEquallyFrozenModeDoesNotCount() {
        census.accept(GateHost.flag(Mode.READ_ONLY, null));
        census.admit();
        census.accept(GateHost.flag(Mode.MOVED, null));

        assertThat(census.isDrained()).isTrue();

        census.accept(GateHost.flag(Mode.CLOSED, null));
        assertThat(census.isDrained()).isFalse();
    }

    /**
     * Visitors come and go while the mode changes all the time. Whenever the census says drained, and no other mode was
     * told before and after that answer, no visitor who was let in while writes passed may be inside.
     */
    @Test
    void thereIsNoWindowBetweenReadingTheFlagAndBeingCounted() throws Exception {
        int visitors = 4;
        AtomicBoolean end = new AtomicBoolean();
        AtomicInteger writing = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(visitors);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            running.add(threads.submit(() -> {
                while (!end.get()) {
                    Census.Term term = census.admit();
                    if (!term.flag().mode().isFrozen()) {
                        writing.incrementAndGet();
                        admitted.incrementAndGet();
                        Thread.onSpinWait();
                        writing.decrementAndGet();
                    }
                    term.leave();
                }
            }));
        }

        int drained = 0;
        int wrong = 0;
        long begin = System.nanoTime();
        long enough = begin + TimeUnit.SECONDS.toNanos(3);
        // where the visitors get little of the processor it takes longer until none of them is under way
        long most = begin + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < (drained == 0 ? most : enough)) {
            census.accept(GateHost.flag(Mode.NORMAL, null));
            int before = admitted.get();
            while (admitted.get() == before) {
                Thread.onSpinWait();
            }
            census.accept(GateHost.flag(Mode.READ_ONLY, null));
            for (int i = 0; i < 200; i++) {
                if (census.isDrained()) {
                    drained++;
                    wrong += writing.get() > 0 ? 1 : 0;
                }
            }
        }
        end.set(true);
        for (Future<?> visitor : running) {
            visitor.get(10, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(wrong).isZero();
        assertThat(drained).isPositive();
        assertThat(admitted.get()).isPositive();
        assertThat(census.runningFromBefore()).isZero();
    }
}
