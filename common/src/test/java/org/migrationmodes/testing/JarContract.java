package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a jar may bring into somebody else's server. */
public abstract class JarContract {
    /** What makes it longer is to be looked at; more than 6 MB shall not be. */
    private static final long MOST_BYTES = 2_500_000;
    /** TLS libraries that OkHttp would use where a server has them, and annotations that nothing looks at. */
    private static final String OPTIONAL =
            "org\\.(conscrypt|bouncycastle|openjsse|jspecify)\\..*|com\\.google\\.errorprone\\..*";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(PluginJar.path().toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    /** The class that the container looks for. */
    protected abstract String initializer();

    @Test
    void holdsNoClassOutsideOurPackages() {
        assertThat(names())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org/migrationmodes/"));
    }

    @Test
    void holdsNothingElseOutsideOurPackagesButLicencesAndTheDoorway() {
        assertThat(names())
                .filteredOn(name -> !name.endsWith("/") && !name.startsWith("org/migrationmodes/"))
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/LICENSE",
                        "META-INF/NOTICE",
                        "META-INF/FastDoubleParser-LICENSE",
                        "META-INF/FastDoubleParser-ThirdParty-LICENSE",
                        "META-INF/Schubfach-LICENSE",
                        "META-INF/services/jakarta.servlet.ServletContainerInitializer");
    }

    @Test
    void namesItsDoorwayToTheContainer() {
        assertThat(text("META-INF/services/jakarta.servlet.ServletContainerInitializer")
                        .strip())
                .isEqualTo(initializer());
        assertThat(jar.getEntry(initializer().replace('.', '/') + ".class")).isNotNull();
    }

    @Test
    void saysWhoseWorkIsInIt() {
        assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
        assertThat(text("META-INF/NOTICE"))
                .contains("Migration Modes", "OkHttp", "Okio", "Kotlin", "Jackson", "Caffeine", "Public Suffix List");
    }

    @Test
    void classesNameNoLibraryByItsOwnPackage() {
        // A string or a reference that was not moved would find the host's version of a library, or nothing.
        List<String> ours = names().stream()
                .filter(name -> name.endsWith(".class") && !name.startsWith("org/migrationmodes/internal/"))
                .toList();
        assertThat(ours)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(latin1(name)).as(name).doesNotContain("tools/jackson", "com/github/benmanes"));
        assertThat(ours)
                .noneMatch(name ->
                        latin1(name).contains("Lokhttp3/") || latin1(name).contains("Lkotlin/"));
    }

    @Test
    void weighsLittle() throws IOException {
        assertThat(Files.size(PluginJar.path())).isBetween(1L, MOST_BYTES);
    }

    /** A class that is missing shows as such; methods that are called have theirs looked for by the shrinker. */
    @Test
    void lacksNoClassThatAnotherOneRefersTo() throws Exception {
        StringWriter said = new StringWriter();
        int status = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "--missing-deps",
                        "-cp",
                        api().getPath(),
                        PluginJar.path().toString());

        assertThat(status).as(said.toString()).isZero();
        assertThat(said.toString().lines())
                .filteredOn(line -> line.startsWith("   "))
                .isNotEmpty()
                .allMatch(line -> line.matches(".* -> +(" + OPTIONAL + ") +not found"));
    }

    /** A shrinker writes methods' frames anew, and one that got them wrong would show at the first request only. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void passesTheVerifierWithEachClass(boolean javax) throws Exception {
        Path path = javax ? PluginJar.javax() : PluginJar.path();
        URL servlet = javax ? PluginJar.javaxServlet().toUri().toURL() : api();
        List<String> classes = names().stream()
                .filter(name -> name.endsWith(".class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .toList();
        List<String> wrong = new ArrayList<>();
        int verified = 0;
        URL[] jarAndApi = {path.toUri().toURL(), servlet};
        try (URLClassLoader loader = new URLClassLoader(jarAndApi, ClassLoader.getPlatformClassLoader())) {
            for (String name : classes) {
                try {
                    Class.forName(name, true, loader);
                    verified++;
                } catch (VerifyError e) {
                    wrong.add(e.toString());
                } catch (NoClassDefFoundError e) {
                    assertThat(String.valueOf(e.getMessage()).replace('/', '.')).matches(OPTIONAL);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(verified).isGreaterThan(classes.size() * 9 / 10);
    }

    private static URL api() {
        return Servlet.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private List<String> names() {
        return jar.stream().map(entry -> entry.getName()).toList();
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private String latin1(String name) {
        return new String(bytes(name), StandardCharsets.ISO_8859_1);
    }

    private byte[] bytes(String name) {
        try (var in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
