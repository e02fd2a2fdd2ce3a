package org.migrationmodes.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every embedded server of the kit does alike. */
abstract class HostContract {
    @TempDir
    Path folder;

    private Host host;

    abstract Host start(Webapp... webapps);

    @BeforeEach
    void start() throws IOException {
        Path one = WebappFolder.write(folder.resolve("one"), "");
        Path two = WebappFolder.write(folder.resolve("two"), "");
        host = start(
                Webapp.at("", one).contextParam("a", "first").contextParam("b", "stronger"),
                Webapp.at("/two", two).requestEncoding("UTF-8"));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void eachApplicationHasItsOwnSettings() {
        assertThat(host.http().get("/echo").text()).isEqualTo("a=first b=stronger encoding=null bytes=0");
        assertThat(host.http().get("/two/echo").text()).isEqualTo("a=null b=of web.xml encoding=UTF-8 bytes=0");
    }

    @Test
    void servesFiles() {
        assertThat(host.http().get("/two/hello.html").text()).isEqualTo("hello");
    }

    @Test
    void logIsKept() {
        host.http().get("/echo");

        assertThat(host.log()).contains("echoed a=first");
    }

    @Test
    void uploadsCanBeSlow() {
        RawRequest request = RawRequest.post("/echo").body("1234567890".getBytes(US_ASCII));

        try (RawConnection upload = host.http().beginUpload(request, "12345".getBytes(US_ASCII))) {
            assertThat(host.http().get("/hello.html").status()).isEqualTo(200);

            assertThat(upload.finish("67890".getBytes(US_ASCII)).text()).endsWith("bytes=10");
        }
    }

    @Test
    void initializersOfJarsInWebInfLibRun() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("three/WEB-INF/lib")).resolve("plugin.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("META-INF/services/jakarta.servlet.ServletContainerInitializer"));
            entries.write(EchoInitializer.class.getName().getBytes(US_ASCII));
            copyClass(entries, EchoInitializer.class);
        }
        Path three = WebappFolder.write(folder.resolve("three"), "");

        try (Host other = start(Webapp.at("/three", three))) {
            assertThat(other.http().get("/three/added").text()).startsWith("a=null");
        }
    }

    @Test
    void anApplicationThatFailsIsAnError() throws IOException {
        Path bad = WebappFolder.write(
                folder.resolve("bad"), "<listener><listener-class>no.such.Listener</listener-class></listener>");

        assertThatThrownBy(() -> start(Webapp.at("/bad", bad)).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("/bad", "no.such.Listener");
    }

    private static void copyClass(JarOutputStream entries, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new ZipEntry(name));
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(entries);
        }
    }
}
