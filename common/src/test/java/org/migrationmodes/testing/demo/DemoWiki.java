package org.migrationmodes.testing.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.JspWiki;
import org.migrationmodes.testing.TomcatHost;

/** A real JSPWiki with the plugin. */
final class DemoWiki {
    private DemoWiki() {}

    static Host start(Path folder, int port, Path plugin, String flagUrl) throws IOException {
        JspWiki wiki = JspWiki.installWith(DemoFolder.empty(folder), "The Upper Station Wiki", pages());
        return TomcatHost.start(port, List.of(DemoFolder.withPlugin(wiki.webapp(""), plugin, flagUrl)));
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("Main", """
                !!! The Upper Station Wiki

                What friends of mountain ropeways have found out together. Grüße vom Berg, και καλώς ήρθατε!

                !! Where to begin
                * [Ropeways]: aerial tramways, gondolas and funiculars, and how to tell them apart
                * [Glossary]: carrier, track rope, haul rope, counterweight
                * [Sandbox]: a page to try things on. Press __Edit__, write something, save.

                !! House rules
                Say where you know it from. Be kind. The last car goes down at 16:40.
                """);
        pages.put("Ropeways", """
                !! Ropeways

                || Kind || Cabins || Ropes
                | Aerial tramway | two, which pass each other half-way | track ropes and a haul rope
                | Gondola lift | many, which never stop | one rope that carries and hauls
                | Funicular | two, on rails | one rope, over a wheel at the top

                See the [Glossary] for the words.
                """);
        pages.put("Glossary", """
                !! Glossary

                ;Carrier:what hangs on the rope, with people or goods in it
                ;Track rope:it stands still and carries
                ;Haul rope:it moves and pulls
                ;Counterweight:it keeps a rope tight, whatever the weather does
                """);
        pages.put("Sandbox", """
                !! Sandbox

                Try things here: edit this page, then let the demo's wiki become read-only and try again.
                """);
        pages.put("LeftMenu", """
                * [Main]
                * [Ropeways]
                * [Glossary]
                * [Sandbox]
                """);
        pages.put("LeftMenuFooter", """
                2 318 m above the sea
                """);
        return pages;
    }
}
