package org.migrationmodes.testing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Remembers the cookies of one visitor of one application; domains and paths are not looked at. Not thread-safe. */
public final class CookieJar {
    private final Map<String, String> cookies = new TreeMap<>();

    /** Sends a request with the cookies and takes those of the answer. */
    public RawAnswer send(RawHttp http, RawRequest request) {
        RawAnswer answer = http.send(with(request));
        take(answer);
        return answer;
    }

    public RawRequest with(RawRequest request) {
        return cookies.isEmpty() ? request : request.header("Cookie", header());
    }

    public void take(RawAnswer answer) {
        for (String line : answer.all("Set-Cookie")) {
            String[] pair = line.replaceFirst(";.*", "").strip().split("=", 2);
            String value = pair.length == 2 ? pair[1] : "";
            if (value.isEmpty() || line.toLowerCase(Locale.ROOT).contains("max-age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], value);
            }
        }
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
