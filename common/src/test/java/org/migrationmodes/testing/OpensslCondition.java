package org.migrationmodes.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Decides for {@link NeedsOpenssl}: older versions, and programs that only have its name, cannot sign with Ed25519. */
final class OpensslCondition extends ProgramCondition {
    OpensslCondition() {
        super("OpenSSL 3 is missing: apt-get install openssl", OpensslCondition::isNewEnough);
    }

    private static boolean isNewEnough() {
        try {
            Process process = new ProcessBuilder("openssl", "version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return version.matches("(?s)OpenSSL ([3-9]|[1-9][0-9])\\..*");
        } catch (IOException e) {
            return false;
        }
    }
}
