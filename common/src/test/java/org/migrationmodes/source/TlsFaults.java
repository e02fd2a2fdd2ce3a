package org.migrationmodes.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.tls.HeldCertificate;

/** What can go wrong with a website that is encrypted. */
final class TlsFaults {
    private static final Certificates CERTIFICATES = new Certificates("ours");
    private static final HeldCertificate GOOD = CERTIFICATES.forThisMachine();
    private static final HeldCertificate OTHER = CERTIFICATES.forThisMachine();
    private static final String PINNED = ", \"pins\": \"" + Certificates.pin(GOOD) + "\"";
    private static final long DAY = 86_400_000;

    private final Map<String, Function<Path, FaultScene>> faults = new LinkedHashMap<>();

    private TlsFaults() {
        add(
                "a self-signed certificate",
                shows(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("127.0.0.1")
                        .build()));
        add("an expired certificate", shows(lasting(-2 * DAY, -DAY)));
        add("a certificate of tomorrow", shows(lasting(DAY, 2 * DAY)));
        add(
                "a certificate for another name",
                shows(CERTIFICATES.from(builder -> builder.addSubjectAlternativeName("www.example.org"))));
        add("no TLS", scene -> {
            scene.website.speakPlainly();
            scene.website.fail("400 Bad Request", "");
        });
        addPinned("a key that is not pinned", shows(OTHER));
        addPinned("redirected past the pins", redirects("https://example.org/flag.json"));
        add("redirected to where encryption ends", redirects("http://127.0.0.1/flag.json"));
        add("the authorities are not to be found", scene -> delete(ca(scene)));
        add(
                "the authorities are no certificates",
                scene -> Certificates.write(ca(scene), "-----BEGIN CERTIFICATE-----"));
    }

    static Map<String, Function<Path, FaultScene>> all() {
        return new TlsFaults().faults;
    }

    private void add(String name, Consumer<WebsiteScene> fault) {
        faults.put(name, folder -> secured(folder, fault, ""));
    }

    private void addPinned(String name, Consumer<WebsiteScene> fault) {
        faults.put(name, folder -> secured(folder, fault, PINNED));
    }

    private static WebsiteScene secured(Path folder, Consumer<WebsiteScene> fault, String more) {
        WebsiteScene scene = new WebsiteScene(folder, fault, TlsFaults::isGood);
        isGood(scene);
        return scene.with(", \"ca\": \"" + ca(scene) + "\"" + more);
    }

    private static void isGood(WebsiteScene scene) {
        Certificates.write(ca(scene), CERTIFICATES.authority.certificatePem());
        shows(GOOD).accept(scene);
    }

    private static Path ca(WebsiteScene scene) {
        return scene.server.file.resolveSibling("ca.pem");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Consumer<WebsiteScene> shows(HeldCertificate certificate) {
        return scene -> scene.website.speakTls(Certificates.shown(certificate), false);
    }

    private static Consumer<WebsiteScene> redirects(String location) {
        return scene -> scene.website.fail("302 Found", "Location: " + location + "\r\n");
    }

    private static HeldCertificate lasting(long from, long to) {
        long now = System.currentTimeMillis();
        return CERTIFICATES.from(
                builder -> builder.addSubjectAlternativeName("127.0.0.1").validityInterval(now + from, now + to));
    }
}
