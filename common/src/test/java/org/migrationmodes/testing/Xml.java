package org.migrationmodes.testing;

/** Text in XML. */
final class Xml {
    private Xml() {}

    /** For elements and attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
