package org.migrationmodes.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How soon a change is noticed, with and without a file system that tells. */
@Timeout(60)
class FilePollerTest {
    /** A wake-up is believed to be one if it comes long before the next look would. */
    private static final Duration NEVER_LOOKS = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final ManualTimer timer = new ManualTimer(Server.START);
    private @Nullable FilePoller poller;

    @AfterEach
    void close() {
        if (poller != null) {
            poller.close();
        }
        Awaitility.await("the end of all threads")
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .doesNotContain("migration-modes-watch", "FileSystemWatchService"));
    }

    private FilePoller start(Path file, Timer timer, Callable<WatchService> system) {
        Consumer<Reading> listener = reading -> {
            if (reading instanceof Reading.Changed changed) {
                heard.add(changed.text());
            }
        };
        FilePoller started = new FilePoller(new FileSource(List.of(file)), timer, listener, system);
        poller = started;
        started.begin();
        return started;
    }

    /** The machine's threads, but a look that nobody asked for never comes. */
    private static final class OnlyWhenWoken extends TimerAround {
        private boolean first = true;

        OnlyWhenWoken() {
            super(new SystemTimer("poller-test"));
        }

        @Override
        public Task after(Duration delay, Runnable task) {
            boolean begin = first;
            first = false;
            return super.after(begin || delay.compareTo(Duration.ofMillis(500)) < 0 ? delay : NEVER_LOOKS, task);
        }
    }

    private String next() throws InterruptedException {
        String text = heard.poll(20, TimeUnit.SECONDS);
        return text == null ? "nothing was heard" : text;
    }

    @Test
    void whereTheFileSystemTellsNobodyWaitsForTheNextLook() throws Exception {
        Path file = Files.writeString(folder.resolve("migration.json"), "a");
        try (OnlyWhenWoken woken = new OnlyWhenWoken()) {
            start(file, woken, FileSystems.getDefault()::newWatchService);
            assertThat(next()).isEqualTo("a");

            Files.writeString(file, "in place");
            assertThat(next()).isEqualTo("in place");
            Path other = Files.writeString(folder.resolve("migration.json~"), "renamed over");
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            assertThat(next()).isEqualTo("renamed over");
            Files.delete(file);
            Files.writeString(file, "back");
            assertThat(next()).isEqualTo("back");
        }
    }

    @Test
    void aMountedConfigMapIsNoticedWhenItsLinkIsSwapped() throws Exception {
        Path first = Files.createDirectory(folder.resolve("..2021_1"));
        Path second = Files.createDirectory(folder.resolve("..2021_2"));
        Files.writeString(first.resolve("migration.json"), "first");
        Files.writeString(second.resolve("migration.json"), "second");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2021_1"));
        Path file = Files.createSymbolicLink(folder.resolve("migration.json"), Path.of("..data/migration.json"));
        try (OnlyWhenWoken woken = new OnlyWhenWoken()) {
            start(file, woken, FileSystems.getDefault()::newWatchService);
            assertThat(next()).isEqualTo("first");

            Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2021_2"));
            Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
            assertThat(next()).isEqualTo("second");
        }
    }

    @Test
    void aFolderThatTookThePlaceOfAnotherIsWatchedToo() throws Exception {
        Path conf = Files.createDirectory(folder.resolve("conf"));
        Path file = Files.writeString(conf.resolve("migration.json"), "a");
        FolderWatch watch = new FolderWatch(FileSystems.getDefault()::newWatchService, () -> heard.add("woken"));
        try (watch) {
            FileSource source = new FileSource(List.of(file));
            watch.cover(source.folders());
            Files.move(conf, folder.resolve("conf.old"));
            Files.createDirectory(conf);
            watch.cover(source.folders());
            heard.clear();
            Files.writeString(file, "b");
            assertThat(next()).isEqualTo("woken");
        }
    }

    @Test
    void whereItDoesNotTellTheNextLookIsWithinASecond() throws IOException {
        Path file = Files.writeString(folder.resolve("migration.json"), "a");
        start(file, timer, () -> {
            throw new IOException("User limit of inotify instances reached or too many open files");
        });
        timer.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            timer.advance(Duration.ofMillis(37));
            Files.writeString(file, "edit " + i);
            timer.advance(Duration.ofSeconds(1));
            assertThat(heard).last().isEqualTo("edit " + i);
        }
    }

    @Test
    void aFileThatIsBeingWrittenIsBelievedWhenItRests() throws IOException {
        Path file = Files.writeString(folder.resolve("migration.json"), "a");
        start(file, timer, () -> {
            throw new IOException("no watch");
        });
        timer.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 100; i++) {
            Files.writeString(file, "piece " + i);
            timer.advance(Duration.ofMillis(20));
        }
        assertThat(heard).containsExactly("a");
        timer.advance(Duration.ofMillis(80));
        assertThat(heard).containsExactly("a", "piece 99");
    }

    @Test
    void whatAListenerCouldNotHearItIsToldAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("migration.json"), "a");
        try (LoggedWarnings log = new LoggedWarnings()) {
            AtomicInteger failures = new AtomicInteger(1);
            FilePoller started = new FilePoller(
                    new FileSource(List.of(file)),
                    timer,
                    reading -> {
                        if (reading instanceof Reading.Changed changed) {
                            if (failures.getAndDecrement() > 0) {
                                throw new OutOfMemoryError("for a moment");
                            }
                            heard.add(changed.text());
                        }
                    },
                    FileSystems.getDefault()::newWatchService);
            poller = started;
            started.begin();
            timer.advance(Duration.ofSeconds(10));

            assertThat(heard).containsExactly("a");
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void aListenerThatThrowsEndsNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("migration.json"), "a");
        try (LoggedWarnings log = new LoggedWarnings()) {
            FilePoller started = new FilePoller(
                    new FileSource(List.of(file)),
                    timer,
                    reading -> {
                        heard.add("look");
                        throw new StackOverflowError("listener");
                    },
                    FileSystems.getDefault()::newWatchService);
            poller = started;
            started.begin();
            timer.advance(Duration.ofSeconds(10));

            assertThat(heard).hasSizeGreaterThan(10);
            assertThat(log.lines())
                    .containsExactly(
                            "Looking at the configuration file failed: java.lang.StackOverflowError: listener");
        }
    }
}
