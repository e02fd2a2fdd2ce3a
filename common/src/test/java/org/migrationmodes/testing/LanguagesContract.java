package org.migrationmodes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors from everywhere get of a read-only server that has the packaged plugin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LanguagesContract {
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9A-F]+);");

    private static final String READ_ONLY = """
            {
              "mode": "read-only",
              "until": "2021-02-26T22:00:00Z",
              "announcement": {
                "url": "https://www.example.org/",
                "title": { "en": "We move", "de-AT": "Wir ziehen um" },
              },
            }
            """;

    @SuppressWarnings("NullAway.Init") // by start
    private Host host;

    /** What the plugin says is the matter, by language. */
    protected abstract Map<String, String> titles();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path webapp = folder.resolve("app");
        Files.createDirectories(webapp);
        Files.writeString(
                webapp.resolve("page.html"), "<!DOCTYPE html><html lang=sv><body><p>En sida</p></body></html>");
        PluginJar.dropInto(webapp);
        MigrationFile file = MigrationFile.create(folder.resolve("conf/migration.json"));
        host = TomcatHost.start(file.configure(Webapp.at("/app", webapp)));
        file.write(READ_ONLY);
        MigrationFile.awaitMode("read-only", host, "/app");
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ar                                  | ar      | rtl | 26 فبراير 2021، الساعة 22:00 UTC
        de-AT                               | de      | ltr | 26. Februar 2021 um 22:00 Uhr (UTC)
        zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7 | zh-Hant | ltr | 2021年2月26日 22:00（UTC）
        zh-CN                               | zh      | ltr | 2021年2月26日 22:00（UTC）
        el;q=0.5,fr                         | fr      | ltr | 26 février 2021 à 22:00 UTC
        fr;q=0,el                           | el      | ltr | 26 Φεβρουαρίου 2021, 22:00 UTC
        es-419                              | es      | ltr | 26 de febrero de 2021 a las 22:00 UTC
        pt-BR,pt;q=0.9                      | pt      | ltr | 26 de fevereiro de 2021 às 22:00 UTC
        it-CH, it;q=0.9                     | it      | ltr | 26 febbraio 2021 alle ore 22:00 UTC
        ru-RU                               | ru      | ltr | 26 февраля 2021 г., 22:00 UTC
        ja                                  | ja      | ltr | 2021年2月26日 22:00（UTC）
        nl-BE                               | nl      | ltr | 26 februari 2021 om 22:00 uur (UTC)
        sv, pl;q=0.5                        | pl      | ltr | 26 lutego 2021, 22:00 UTC
        sv                                  | en      | ltr | 26 February 2021, 22:00 UTC
        de_AT                               | en      | ltr | 26 February 2021, 22:00 UTC
        """)
    void aVisitorIsToldInHisLanguage(String acceptLanguage, String language, String direction, String time) {
        RawAnswer page = host.http().send(RawRequest.get("/app/page.html").header("Accept-Language", acceptLanguage));
        RawAnswer refusal = host.http()
                .send(RawRequest.post("/app/page.html")
                        .header("Accept", "text/html")
                        .header("Accept-Language", acceptLanguage));

        String attributes = "lang=\"" + language + "\" dir=\"" + direction + "\"";
        String title = titles().getOrDefault(language, "(not in the test)");
        assertThat(page.status()).isEqualTo(200);
        assertThat(decoded(page)).contains(attributes, "<strong>" + title + "</strong>", ">" + time + "</time>");
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.header("Content-Language")).hasValue(language);
        assertThat(decoded(refusal)).contains("<html " + attributes, title, ">" + time + "</time>");
    }

    @Test
    void theAnnouncementsOwnTitleIsLookedUpForItself() {
        assertThat(link("de-AT")).isEqualTo("<span lang=\"de-AT\" dir=\"ltr\">Wir ziehen um</span>");
        assertThat(link("de")).isEqualTo("<span lang=\"en\" dir=\"ltr\">We move</span>");
        assertThat(link("ar")).isEqualTo("<span lang=\"en\" dir=\"ltr\">We move</span>");
        assertThat(link("en-GB")).isEqualTo("We move");
    }

    private String link(String acceptLanguage) {
        RawAnswer page = host.http().send(RawRequest.get("/app/page.html").header("Accept-Language", acceptLanguage));
        return decoded(page).replaceAll("(?s).*<a href=\"https://www.example.org/\">(.*?)</a>.*", "$1");
    }

    private static String decoded(RawAnswer answer) {
        assertThat(answer.text()).matches("\\p{ASCII}*");
        return REFERENCE
                .matcher(answer.text())
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }
}
