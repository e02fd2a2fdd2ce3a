package org.migrationmodes.corpus;

/** How a page is served. */
enum Way {
    TOMCAT_STATIC(""),
    TOMCAT_WRITER("/written"),
    JETTY_STATIC(""),
    JETTY_WRITER("/written");

    final String path;

    Way(String path) {
        this.path = path;
    }

    boolean isTomcat() {
        return this == TOMCAT_STATIC || this == TOMCAT_WRITER;
    }

    boolean isByCharacter() {
        return this == TOMCAT_WRITER || this == JETTY_WRITER;
    }
}
