package org.migrationmodes.forum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.migrationmodes.testing.Webapp;

/** Hosts whose stylesheets would spoil whatever is put into their pages, each a page of its own. */
final class NastyPages {
    private static final Map<String, String> STYLES = new LinkedHashMap<>();

    static {
        STYLES.put("plain", "");
        STYLES.put("row", "body { display: flex; margin: 0; } main { flex: 1; }");
        STYLES.put("column", "body { display: flex; flex-direction: column; margin: 0; min-height: 100vh; }");
        STYLES.put("centred", "body { display: flex; flex-direction: column; align-items: center; margin: 0; }");
        STYLES.put(
                "areas",
                "body { display: grid; margin: 0; grid-template: 'head head' auto 'nav main' 1fr / 8em 1fr; }"
                        + " header { grid-area: head; } nav { grid-area: nav; } main { grid-area: main; }");
        STYLES.put("grid", "body { display: grid; grid-template-columns: 1fr 3fr 1fr; margin: 0; }");
        STYLES.put("white", "* { color: #fff !important; background: #fff !important; opacity: 0.1; }");
        STYLES.put("absolute", "body { margin: 0; } div { position: absolute !important; left: 50px; top: 90px; }");
        STYLES.put("no-links", "body { margin: 0; } a { display: none !important; } p { font-size: 6px !important; }");
        STYLES.put("no-outline", "body { margin: 0; } *:focus, *:focus-visible { outline: none !important; }");
        STYLES.put(
                "fixed",
                "body { margin: 0; padding-top: 60px; }"
                        + " header { position: fixed; top: 0; left: 0; right: 0; height: 60px; z-index: 1000; background: #ddd; }");
        STYLES.put("small-rem", "html { font-size: 62.5%; } body { margin: 0; font-size: 1.6rem; }");
        STYLES.put("margins", "body { margin: 40px; }");
        STYLES.put("narrow", "body { margin: 0 auto; max-width: 600px; }");
        STYLES.put("floats", "body { margin: 0; } div, header, nav, main, p { float: left; }");
        STYLES.put("vertical", "body { margin: 0; } div, p { writing-mode: vertical-rl; transform: rotate(3deg); }");
    }

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <header>The host's header</header>
            <nav><a href="/">Home</a></nav>
            <main><h1>A page</h1><div>Some text of the host, which goes on for a while, as texts do.</div></main>
            </body>
            </html>
            """;

    private NastyPages() {}

    static Iterable<String> names() {
        return STYLES.keySet();
    }

    /** A web application of these pages, each at {@code /name.html}. */
    static Webapp write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("WEB-INF"));
        for (Map.Entry<String, String> style : STYLES.entrySet()) {
            Files.writeString(
                    folder.resolve(style.getKey() + ".html"), PAGE.formatted(style.getKey(), style.getValue()));
        }
        Files.writeString(
                folder.resolve("framed.html"),
                PAGE.formatted("framed", "")
                        .replace("<main>", "<main><iframe src=\"plain.html\" title=\"Another page\"></iframe>"));
        Files.writeString(folder.resolve("frames.html"), """
                <!DOCTYPE html>
                <html lang="en"><head><title>frames</title></head>
                <frameset cols="50%,50%"><frame src="plain.html"><frame src="margins.html"></frameset></html>
                """);
        return Webapp.at("", folder);
    }
}
