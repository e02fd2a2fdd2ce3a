package org.migrationmodes.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Serves the pages, compares, and fails if a page was damaged or a difference has no reason. */
final class Corpus {

    private Corpus() {}

    /** A folder to work in, and the page to write the figures into. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Packages packages = new Packages(Path.of(arguments[0]));
        List<String> versions = packages.fetch();
        try (Servers servers = new Servers(packages.files())) {
            List<Page> pages = look(packages.pages(), servers);
            List<Page> different =
                    pages.stream().filter(page -> page.has(Finding.DIFFERENT)).toList();
            List<Page> judged = judge(different, servers);
            List<Page> unexplained = new ArrayList<>(different);
            unexplained.removeAll(judged);
            unexplained.forEach(page -> System.err.println("unexplained: " + page));
            new Figures(packages.files(), versions, pages, judged, unexplained).write(Path.of(arguments[1]));
            if (!unexplained.isEmpty()) {
                throw new IllegalStateException(unexplained.size() + " differences have no reason");
            }
        }
    }

    private static List<Page> look(List<Path> files, Servers servers) throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Page>> looks = new ArrayList<>();
            for (Path file : files) {
                looks.add(workers.submit(() -> Page.look(file, servers)));
            }
            List<Page> pages = new ArrayList<>();
            for (Future<Page> look : looks) {
                pages.add(look.get());
            }
            return pages;
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Page> judge(List<Page> different, Servers servers) {
        List<Page> judged = new ArrayList<>();
        if (!different.isEmpty()) {
            try (Judge judge = new Judge()) {
                for (Page page : different) {
                    boolean agrees = judge.agrees(page, servers);
                    System.out.println((agrees ? "the browser agrees: " : "the browser disagrees: ") + page);
                    if (agrees) {
                        judged.add(page);
                    }
                }
            }
        }
        return judged;
    }
}
