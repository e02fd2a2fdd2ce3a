package org.migrationmodes.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.migrationmodes.testing.FakeRequest;

/** Requests that come close to what a profile's routes are about, spelled as nobody would spell them. */
final class OddRequests {
    private static final List<String> METHODS =
            List.of("GET", "GET", "HEAD", "POST", "POST", "OPTIONS", "PUT", "TRACE", "PROPFIND", "get");
    private static final List<String> WORDS = List.of(
            "", "a", "Main", "x-1", "posts", "po-sts", "list", "1", ".", "..", "é", "\u4e2d", "a b", "POST", "*",
            "save");
    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "Application/X-WWW-Form-Urlencoded; charset=utf-8",
            "application/x-www-form-urlencoded; charset=IBM037",
            "multipart/form-data; boundary=x",
            "application/csp-report",
            "text/plain");
    private static final List<String> HEADERS = List.of(
            "Upgrade: websocket",
            "Upgrade: h2c",
            "X-HTTP-Method-Override: PUT",
            "X-HTTP-Method: get",
            "X-Method-Override: delete",
            "Content-Encoding: gzip",
            "Content-Encoding: identity");

    private final Random random;
    private final List<Route> routes;

    OddRequests(Random random, Profile profile) {
        this.random = random;
        this.routes = profile.routes().all();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** The next one. */
    OddRequest next() {
        Route aim = any(routes);
        String path = aim.paths().isEmpty() || oneIn(5) ? "/" + word() : like(any(aim.paths()));
        List<String> pairs = new ArrayList<>();
        for (Condition condition : (oneIn(4) ? any(routes) : aim).conditions()) {
            for (int times = random.nextInt(3); times > 0; times--) {
                pairs.add(spelled(like(condition.name())) + (oneIn(9) ? "" : "=" + spelled(value(condition))));
            }
        }
        for (int others = random.nextInt(3); others > 0; others--) {
            pairs.add(oneIn(4) ? "" : spelled(oneIn(5) ? "_method" : oneIn(3) ? "do" : word()) + "=" + spelled(word()));
        }
        if (oneIn(40)) {
            pairs.add("long=" + "x".repeat(600));
        }
        int inQuery = random.nextInt(pairs.size() + 1);
        String query = String.join("&", pairs.subList(0, inQuery));
        FakeRequest plain = FakeRequest.of(any(METHODS), path + (query.isEmpty() && oneIn(2) ? "" : "?" + query));
        FakeRequest request =
                oneIn(2) ? plain : plain.body(any(TYPES), String.join("&", pairs.subList(inQuery, pairs.size())));
        Map<String, String> headers = new LinkedHashMap<>();
        while (oneIn(8)) {
            String header = any(HEADERS);
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 2));
        }
        return new OddRequest(request, oneIn(3) ? disguised(path) : path, oneIn(3) ? "/app" : "", headers);
    }

    private String value(Condition condition) {
        return condition.mustBeMissing() || oneIn(4) ? word() : like(any(condition.values()));
    }

    /** A text that matches, or nearly. */
    private String like(Glob glob) {
        StringBuilder text = new StringBuilder();
        for (char c : glob.toString().replace("**", oneIn(3) ? "*/*" : "*").toCharArray()) {
            text.append(c == '*' ? word() : String.valueOf(c));
        }
        if (oneIn(8)) {
            text.setLength(text.length() - Math.min(text.length(), 1 + random.nextInt(3)));
        }
        return oneIn(12) ? text + word() : text.toString();
    }

    private String word() {
        return any(WORDS);
    }

    /** As a parameter's name or value may be written. */
    private String spelled(String text) {
        StringBuilder spelled = new StringBuilder();
        boolean odd = oneIn(3);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean escaped = b < 0 || b == '%' || b == '&' || (odd && oneIn(3));
            spelled.append(
                    escaped && !oneIn(30) ? String.format("%%%02x", b & 0xff) : String.valueOf((char) (b & 0xff)));
        }
        return oneIn(20) ? spelled + "%4" : spelled.toString().replace(' ', '+');
    }

    private String disguised(String path) {
        return switch (random.nextInt(6)) {
            case 0 -> path + ";jsessionid=1";
            case 1 -> path.replaceFirst("/", "/x;y/");
            case 2 -> path.replaceFirst("(?<=.)/", "%2F");
            case 3 -> path.replaceFirst("[a-z]", "%61");
            case 4 -> any(List.of("../", "./", ".", "%2e%2E/", "\\")) + path;
            default -> path + any(List.of("/..", "/.", "/...", "%2e", "/%2e", ".", "\\"));
        };
    }
}
