package org.migrationmodes.banner;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The request headers that a response names as those it depended on (RFC 9110, section 12.5.5). */
final class Vary {
    private static final String VARY = "Vary";

    private Vary() {}

    /** Adds those that are not named yet. */
    static void add(HttpServletResponse response, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Collection<String> said = response.containsHeader(VARY) ? response.getHeaders(VARY) : List.of();
        List<String> missing = names.stream()
                .filter(name -> said.stream()
                        .noneMatch(line -> List.of(line.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                                .contains(name.toLowerCase(Locale.ROOT))))
                .toList();
        if (!missing.isEmpty()) {
            response.addHeader(VARY, String.join(", ", missing));
        }
    }
}
