package org.migrationmodes.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.migrationmodes.testing.SigningKey;

/** What can be wrong with a flag that must be signed. */
final class SignatureFaults {
    private static final SigningKey KEY = SigningKey.generate();
    private static final String FLAG = WebsiteScene.NORMAL;

    private final Map<String, Function<Path, FaultScene>> faults = new LinkedHashMap<>();

    private SignatureFaults() {
        add("unsigned, where signed is asked for", FLAG);
        add("signed with another key", SigningKey.generate().sign(FLAG));
        add("changed after it was signed", KEY.sign(FLAG).replace("\"payload\": \"ey", "\"payload\": \"eyA"));
        add("signed, but expired", KEY.sign("{\"expires\": \"2021-02-26T11:00:00Z\", " + FLAG.substring(1)));
        add("signed, without a number", KEY.sign(FLAG.replace("\"epoch\": 6, ", "")));
        add("signed, but older", KEY.sign(FLAG.replace("6", "4")));
    }

    static Map<String, Function<Path, FaultScene>> all() {
        return new SignatureFaults().faults;
    }

    private void add(String name, String published) {
        faults.put(
                name,
                folder -> new WebsiteScene(folder, scene -> scene.website.serve("\"x\"", published), scene -> {})
                        .with(", \"publicKeys\": \"" + KEY.x() + "\"")
                        .signed(KEY::sign));
    }
}
