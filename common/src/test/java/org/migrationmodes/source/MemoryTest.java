package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MemoryTest {
    @TempDir
    private Path path;

    private final LoggedWarnings log = new LoggedWarnings();
    private final ManualTimer timer = new ManualTimer(Server.START);

    @AfterEach
    void quiet() {
        log.close();
    }

    private static Copy copy(String text) {
        return new Copy("file", Instant.EPOCH, null, text);
    }

    /** A disk on which writing goes as the test says. */
    private static final class Disk extends StateFolder {
        final List<String> tries = new ArrayList<>();

        @Nullable
        IOException failure;

        CountDownLatch hanging = new CountDownLatch(0);
        final CountDownLatch begun = new CountDownLatch(1);

        Disk(Path folder) {
            super(folder, "wiki");
        }

        @Override
        void write(String slot, Copy copy) throws IOException {
            tries.add(slot + " " + copy.text());
            begun.countDown();
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw failure;
            }
            super.write(slot, copy);
        }
    }

    @Test
    void aFullDiskIsWarnedOfOnceAndMadeGoodWhenThereIsRoomAgain() {
        Disk disk = new Disk(path);
        disk.failure = new IOException("No space left on device");
        Memory memory = new Memory(disk, timer, timer);
        memory.keep("local", copy("a"));
        timer.advance(Duration.ofMinutes(1));

        assertThat(memory.trouble())
                .isEqualTo("cannot keep the last good document in " + path.resolve("wiki.local.json")
                        + ", so it will not outlive a restart: java.io.IOException: No space left on device");
        assertThat(log.lines()).containsExactly(memory.trouble());
        assertThat(disk.tries).hasSizeBetween(6, 7);

        disk.failure = null;
        timer.advance(Duration.ofSeconds(10));
        assertThat(memory.trouble()).isNull();
        assertThat(disk.read("local").copy()).isEqualTo(copy("a"));
        int tries = disk.tries.size();
        timer.advance(Duration.ofMinutes(1));
        assertThat(disk.tries).hasSize(tries);
    }

    @Test
    void whatIsNewerIsWrittenAtOnceAndInPlaceOfWhatIsOlder() {
        Disk disk = new Disk(path);
        disk.failure = new IOException("No space left on device");
        Memory memory = new Memory(disk, timer, timer);
        memory.keep("local", copy("a"));
        timer.advance(Duration.ofSeconds(1));
        disk.failure = null;
        memory.keep("local", copy("b"));
        memory.keep("remote", copy("c"));
        timer.advance(Duration.ZERO);

        assertThat(disk.tries).containsExactly("local a", "local b", "remote c");
        assertThat(disk.read("local").copy()).isEqualTo(copy("b"));
    }

    @Test
    void aDiskThatHangsKeepsNobodyWaitingAndIsWarnedOf() throws InterruptedException {
        Disk disk = new Disk(path);
        disk.hanging = new CountDownLatch(1);
        try (SystemTimer thread = new SystemTimer("memory-test")) {
            Memory memory = new Memory(disk, thread, timer);
            memory.keep("local", copy("a"));
            assertThat(disk.begun.await(10, TimeUnit.SECONDS)).isTrue();
            memory.keep("local", copy("b"));
            timer.advance(Duration.ofSeconds(11));

            assertThat(memory.trouble()).isEqualTo(log.lines().get(0)).contains("takes longer than 10 s");
            memory.close();

            disk.hanging.countDown();
            Awaitility.await().until(() -> copy("b").equals(disk.read("local").copy()));
            Awaitility.await().until(() -> memory.trouble() == null);
        }
    }

    @Test
    void closingWritesWhatIsStillToBeWritten() {
        Disk disk = new Disk(path);
        Memory memory = new Memory(disk, timer, timer);
        memory.keep("local", copy("a"));
        timer.close();
        memory.close();

        assertThat(disk.read("local").copy()).isEqualTo(copy("a"));
    }
}
