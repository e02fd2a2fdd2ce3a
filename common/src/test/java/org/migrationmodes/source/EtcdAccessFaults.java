package org.migrationmodes.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.testing.Etcd;

/** What can go wrong with users, passwords and certificates in etcd. */
final class EtcdAccessFaults {
    private static final String USER = ", \"user\": \"server\", \"password\": \"hush-hush\"";

    private static @Nullable Etcd guarded;

    private EtcdAccessFaults() {}

    static Map<String, Function<Path, FaultScene>> all() {
        Map<String, Function<Path, FaultScene>> faults = new LinkedHashMap<>();
        faults.put(
                "etcd asks who is there",
                folder -> new EtcdScene(guarded(), folder)
                        .before(scene -> scene.etcd.ctl("auth", "disable"))
                        .fault(untilRenewed(scene -> scene.etcd.ctl("auth", "enable")))
                        .mended(scene -> scene.etcd.ctl("auth", "disable")));
        faults.put(
                "wrong password for etcd",
                folder -> user(folder)
                        .fault(untilRenewed(scene -> password(scene.etcd, "other")))
                        .mended(scene -> password(scene.etcd, "hush-hush")));
        faults.put(
                "a user of etcd that may not read",
                folder -> user(folder)
                        .fault(untilRenewed(scene -> scene.etcd.ctl("user", "revoke-role", "server", "fleet")))
                        .mended(scene -> scene.etcd.ctl("user", "grant-role", "server", "fleet")));
        faults.put("etcd with a certificate from nobody", EtcdAccessFaults::certificateFromNobody);
        faults.put("no certificate to show to etcd", EtcdAccessFaults::noCertificate);
        return faults;
    }

    /** A watch that is open stays so, whatever happens to users and files; the next one does not come about. */
    private static Consumer<EtcdScene> untilRenewed(Consumer<EtcdScene> fault) {
        return scene -> {
            fault.accept(scene);
            scene.renew();
        };
    }

    private static EtcdScene user(Path folder) {
        EtcdScene user = new EtcdScene(guarded(), folder).before(scene -> scene.etcd.ctl("auth", "enable"));
        user.settings = USER;
        return user;
    }

    private static void password(Etcd etcd, String password) {
        etcd.ctl("user", "delete", "server");
        etcd.ctl("user", "add", "server:" + password);
        etcd.ctl("user", "grant-role", "server", "fleet");
    }

    /** Keeps users, whether it asks for them or not; shared, since its tokens are dear. */
    private static synchronized Etcd guarded() {
        if (guarded == null) {
            Etcd etcd = Etcd.start(List.of(), List.of("--user", "root:root")).closeAtExit();
            etcd.ctl("user", "add", "root:root");
            etcd.ctl("user", "grant-role", "root", "root");
            etcd.ctl("role", "add", "fleet");
            etcd.ctl("role", "grant-permission", "fleet", "--prefix=true", "readwrite", "/");
            etcd.ctl("user", "add", "server:hush-hush");
            etcd.ctl("user", "grant-role", "server", "fleet");
            guarded = etcd;
        }
        return guarded;
    }

    private static FaultScene certificateFromNobody(Path folder) {
        Certificates known = new Certificates("authority");
        HeldCertificate other = new HeldCertificate.Builder()
                .commonName("another authority")
                .certificateAuthority(0)
                .build();
        return encrypted(folder, known)
                .fault(untilRenewed(scene -> trust(folder, other)))
                .mended(scene -> trust(folder, known.authority));
    }

    private static FaultScene noCertificate(Path folder) {
        EtcdScene encrypted = encrypted(folder, new Certificates("authority"));
        String both = encrypted.settings;
        return encrypted
                .fault(scene -> {
                    scene.settings = both.replaceFirst(", \"certificate.*", "");
                    scene.follow(scene.endpoint);
                    scene.server.second();
                })
                .mended(scene -> {
                    scene.settings = both;
                    scene.follow(scene.endpoint);
                    scene.server.second();
                });
    }

    private static void trust(Path folder, HeldCertificate authority) {
        Certificates.write(folder.resolve("ca.pem"), authority.certificatePem());
    }

    private static EtcdScene encrypted(Path folder, Certificates certificates) {
        HeldCertificate own = certificates.forThisMachine();
        trust(folder, certificates.authority);
        String ca = folder.resolve("ca.pem").toString();
        String certificate = Certificates.write(folder.resolve("own.pem"), own.certificatePem())
                .toString();
        String key = Certificates.write(folder.resolve("own.key"), own.privateKeyPkcs8Pem())
                .toString();
        // What etcd trusts does not change with what the server does.
        String trusted = Certificates.write(folder.resolve("etcd-ca.pem"), certificates.authority.certificatePem())
                .toString();
        Etcd etcd = Etcd.start(
                List.of(
                        "--cert-file",
                        certificate,
                        "--key-file",
                        key,
                        "--client-cert-auth",
                        "--trusted-ca-file",
                        trusted),
                List.of("--cert", certificate, "--key", key, "--cacert", trusted));
        EtcdScene scene = new EtcdScene(etcd, folder).after(etcd::close);
        scene.settings = ", \"ca\": \"" + ca + "\", \"certificate\": \"" + certificate + "\", \"key\": \"" + key + "\"";
        return scene;
    }
}
