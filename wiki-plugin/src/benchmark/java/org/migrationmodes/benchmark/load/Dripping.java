package org.migrationmodes.benchmark.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.migrationmodes.benchmark.Benchmark;
import org.migrationmodes.benchmark.Figures;
import org.migrationmodes.benchmark.Report;
import org.migrationmodes.benchmark.Rounds;

/** When the first of a page arrives that its host writes little by little, and whether the banner is in it. */
public final class Dripping implements Benchmark {
    private static final int TOLD = 9;
    private static final int REQUESTS = 120;
    private static final int WARM_UPS = 3;
    /** Far enough apart that the machine has nothing else to do meanwhile. */
    private static final long PACE_NANOS = 10_000_000;
    /** Those that hold the page back would take a minute for as many. */
    private static final long ENOUGH_NANOS = 3_000_000_000L;

    private static final String BANNER = "migration-banner";

    private final int rounds = Integer.getInteger("benchmark.rounds", TOLD);

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dripping");
        Map<Contestant, Child> children = new EnumMap<>(Contestant.class);
        Figures figures;
        try {
            Rounds all = new Rounds(rounds);
            for (Contestant contestant : Contestant.values()) {
                Path application = contestant.install(folder, Path.of(System.getProperty("wiki-plugin.jar")));
                Child child = new Child("tomcat", application, folder.resolve(contestant.name() + ".log"));
                children.put(contestant, child);
                URI page = URI.create(child.url(PageServlet.DRIPPING));
                all.with(contestant.title, () -> median(page, contestant));
            }
            for (Contestant contestant : children.keySet()) {
                URI page = URI.create(children.get(contestant).url(PageServlet.DRIPPING));
                for (int i = 0; i < WARM_UPS; i++) {
                    median(page, contestant);
                }
            }
            figures = all.runControlled(Contestant.NONE.title, Contestant.CONTROL.title);
        } finally {
            for (Child child : children.values()) {
                child.close();
            }
        }
        StringBuilder table = new StringBuilder(
                """
                Measured on %s: %s; Tomcat, a page that drips over 0.5 s, %d rounds of up to %d requests. The time is that of the first
                bytes that have the body tag in them, and the banner where one is due.

                | before the host | ms to the first of the page |
                |---|---|
                """.formatted(LocalDate.now(ZoneId.systemDefault()), Report.machine(), rounds, REQUESTS));
        for (Contestant contestant : Contestant.values()) {
            table.append(
                    String.format(Locale.ROOT, "| %s | %.2f |%n", contestant.title, figures.median(contestant.title)));
        }
        System.out.println(table);
        if (rounds >= TOLD) {
            report.write("dripping", table.toString());
        }
    }

    /** Nobody goes away before the page is over: what a server does about that would be in the way of the next. */
    private static double median(URI page, Contestant contestant) throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            List<Double> millis = new ArrayList<>();
            long begin = System.nanoTime();
            while (millis.size() < REQUESTS && System.nanoTime() - begin < ENOUGH_NANOS) {
                Socket socket = new Socket(page.getHost(), page.getPort());
                open.add(socket);
                millis.add(first(socket, page, contestant));
                LockSupport.parkNanos(PACE_NANOS);
            }
            for (Socket socket : open) {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            return millis.stream().sorted().toList().get(millis.size() / 2);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static double first(Socket socket, URI page, Contestant contestant) throws IOException {
        socket.setTcpNoDelay(true);
        long begin = System.nanoTime();
        socket.getOutputStream()
                .write(("GET " + page.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            got.write(piece, 0, read);
            String text = got.toString(StandardCharsets.US_ASCII);
            if (text.contains("<body")) {
                double millis = (System.nanoTime() - begin) / 1e6;
                if (contestant.banner && !text.contains(BANNER)) {
                    throw new IllegalStateException(contestant.title + ": no banner in the first of the page");
                }
                return millis;
            }
        }
        throw new IllegalStateException(contestant.title + " answered\n" + got);
    }
}
