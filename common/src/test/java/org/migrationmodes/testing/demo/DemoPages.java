package org.migrationmodes.testing.demo;

/** What the website of the demo says. */
final class DemoPages {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/site.css">
            </head>
            <body>
            <header><a href="/">The Upper Station</a></header>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    private DemoPages() {}

    static String front(String links, String announcement) {
        return PAGE.formatted("The Upper Station", """
                <h1>Friends of mountain ropeways</h1>
                <p class="news"><strong>News:</strong> <a href="%s">We are moving to new servers</a></p>
                <ul>
                %s
                </ul>
                """.formatted(announcement, links));
    }

    static String announcement() {
        return PAGE.formatted("We are moving to new servers", """
                <h1>We are moving to new servers</h1>
                <p>Our website, forum and wiki get new machines. For some hours the forum takes no new posts and the wiki
                cannot be edited; everything can be read all the time.</p>
                <h2>What you will notice</h2>
                <ol>
                <li>A banner on every page of the forum and the wiki.</li>
                <li>A pause: new posts and edits are refused, and what you typed stays with you.</li>
                <li>Your device finds the new servers by itself, within hours.</li>
                </ol>
                <p>Thank you for your patience!</p>
                """);
    }

    static String stylesheet() {
        return """
                :root { color-scheme: light dark; }
                body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; }
                header { padding: 1rem 1.5rem; background: #17404f; font-size: 1.25rem; font-weight: 700; }
                header a { color: #fff; text-decoration: none; }
                main { max-width: 42rem; margin: 2rem auto; padding: 0 1.5rem; }
                .news { padding: 0.75rem 1rem; border-inline-start: 4px solid #b3301f; background: #b3301f1a; }
                """;
    }
}
