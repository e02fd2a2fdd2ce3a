package org.migrationmodes.testing.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.migrationmodes.testing.Host;

/**
 * Runs a website, a JSPWiki and a forum on the loopback address until it is interrupted. The wiki and the forum have the
 * packaged plugins in WEB-INF/lib and follow the flag that the website publishes.
 *
 * <p>System properties: {@code demo.folder}, {@code demo.wiki-plugin}, {@code demo.forum-plugin}, {@code jspwiki.war}; and
 * {@code demo.website.port}, {@code demo.wiki.port}, {@code demo.forum.port}, of which 0 means any free one.
 */
public final class Demo implements AutoCloseable {
    private final Path folder;
    private final PrintStream out;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Demo(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Demo demo = new Demo(Path.of(System.getProperty("demo.folder")), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
        try {
            demo.start();
        } catch (IOException | RuntimeException e) {
            demo.out.println("The demo could not start: " + e.getMessage());
            System.exit(1);
        }
        // Whoever started the demo may be killed, and then nobody is left to press Ctrl-C.
        ProcessHandle.current()
                .parent()
                .map(ProcessHandle::onExit)
                .orElseGet(CompletableFuture::new)
                .join();
        System.exit(0);
    }

    private void start() throws IOException {
        out.println();
        out.println("[1/3] Website ...");
        DemoWebsite website = DemoWebsite.start(folder.resolve("website"), port("website"));
        running.push(website);
        out.println("[2/3] Forum ...");
        Host forum = DemoForum.start(folder.resolve("forum"), port("forum"), jar("forum"), website.flagUrl());
        running.push(forum);
        out.println("[3/3] Wiki: a real Apache JSPWiki; its first start takes half a minute ...");
        Host wiki = DemoWiki.start(folder.resolve("wiki"), port("wiki"), jar("wiki"), website.flagUrl());
        running.push(wiki);
        website.link("forum", forum.url("/forums/list.page"));
        website.link("wiki", wiki.url("/"));
        // the first page compiles the wiki's JSPs, which nobody should have to wait for
        wiki.http().get("/Wiki.jsp?page=Main");
        tell(website, wiki, forum);
        running.push(new ModeWatch(out).watch("wiki", wiki).watch("forum", forum));
    }

    private void tell(DemoWebsite website, Host wiki, Host forum) {
        out.println();
        out.println("  Website   " + website.url("/"));
        out.println("  Wiki      " + wiki.url("/"));
        out.println("  Forum     " + forum.url("/forums/list.page"));
        out.println();
        out.println("  The flag  " + website.flagFile());
        out.println();
        out.println("Try this:");
        out.println("  1. Open the wiki and begin to edit a page; open the forum and begin a reply.");
        out.println(
                "  2. In the file above write \"read-only\" for the wiki and \"maintenance\" for the forum, and save.");
        out.println(
                "  3. Within two seconds every page has a banner; saving and posting are refused, reading goes on.");
        out.println(
                "  4. Write \"normal\" again, and save what you were writing. Try \"announced\" and \"moved\" too.");
        out.println();
        out.println("Ctrl-C stops everything.");
        out.println();
    }

    private static int port(String name) {
        return Integer.getInteger("demo." + name + ".port", 0);
    }

    private static Path jar(String name) {
        return Path.of(System.getProperty("demo." + name + "-plugin"));
    }

    @Override
    public synchronized void close() {
        if (running.isEmpty()) {
            return;
        }
        out.println("Stopping ...");
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                out.println("Not everything stopped well: " + e);
            }
        }
        out.println("Stopped.");
    }
}
