package org.migrationmodes.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Debian's packages of documentation, by as many generators and in as many languages as were found. */
final class Packages {
    private static final List<String> NAMES = List.of(
            "ant-doc",
            "apache2-doc",
            "aptitude-doc-ru",
            "bind9-doc",
            "cmake-doc",
            "debian-faq-ja",
            "debian-faq-ko",
            "debian-history",
            "debian-policy",
            "docbook-xsl-doc-html",
            "exim4-doc-html",
            "fp-docs-3.2.2",
            "ghc-doc",
            ParserCases.PACKAGE,
            "installation-guide-amd64",
            "libxerces2-java-doc",
            "libxml2-doc",
            "lilypond-doc-html-hu",
            "lynx-common",
            "maxima-doc",
            "mhonarc",
            "ntpsec-doc",
            "octave-doc",
            "openjdk-17-doc",
            "postgresql-doc-15",
            "putty-doc",
            "python3.11-doc",
            "qtbase5-doc-html",
            "r-doc-html",
            "rt5-doc-html",
            "splint-doc-html",
            "sqlite3-doc",
            "swig4.0-doc",
            "tomcat10-docs",
            "vim-doc",
            "w3m",
            "xfig-doc");

    private final Path debs;
    private final Path files;

    Packages(Path folder) throws IOException {
        debs = Files.createDirectories(folder.resolve("debs")).toAbsolutePath();
        files = Files.createDirectories(folder.resolve("files")).toAbsolutePath();
    }

    /** Where they are unpacked, a folder for each. */
    Path files() {
        return files;
    }

    /** Fetches and unpacks what is not there yet, and returns each one's name and version. */
    List<String> fetch() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (String name : NAMES) {
            if (deb(name) == null) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            List<String> command =
                    new ArrayList<>(List.of("apt-get", "-q", "-o", "APT::Sandbox::User=root", "download"));
            command.addAll(missing);
            run(command);
        }
        List<String> versions = new ArrayList<>();
        for (String name : NAMES) {
            Path deb = deb(name);
            if (deb == null) {
                throw new IllegalStateException(name + " was not downloaded; does apt-get update help?");
            }
            if (Files.notExists(files.resolve(name))) {
                run(List.of(
                        "dpkg-deb", "-x", deb.toString(), files.resolve(name).toString()));
            }
            if (name.equals(ParserCases.PACKAGE)) {
                ParserCases.split(files.resolve(name));
            }
            versions.add(
                    name + " " + deb.getFileName().toString().split("_", 3)[1].replace("%3a", ":"));
        }
        return versions;
    }

    private @Nullable Path deb(String name) throws IOException {
        try (Stream<Path> found = Files.list(debs)) {
            return found.filter(file -> file.getFileName().toString().startsWith(name + "_"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(debs.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ":\n" + said);
        }
    }

    /** All that is named as a page. */
    List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : NAMES) {
            try (Stream<Path> all = Files.walk(files.resolve(name))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !Files.isSymbolicLink(file))
                        .filter(file -> file.getFileName()
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .matches(".*\\.html?"))
                        .sorted(Comparator.naturalOrder())
                        .forEach(pages::add);
            }
        }
        return pages;
    }
}
