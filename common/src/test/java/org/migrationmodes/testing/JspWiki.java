package org.migrationmodes.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import org.awaitility.Awaitility;

/**
 * An installed JSPWiki, not running: a web application folder and its data. As shipped, but for places of files.
 *
 * <p>The war comes from the system property {@code jspwiki.war}.
 */
public final class JspWiki {
    static {
        // its indexer dies loudly when its files are deleted, in the midst of some other test
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final Path folder;

    private JspWiki(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Installs a wiki with an administrator and the pages of {@link WikiSeed}. */
    public static JspWiki install(Path folder) throws IOException {
        return install(folder, Map.of());
    }

    /** As {@link #install(Path)}, with pages at {@code /wiki/Main} as {@code Wiki.jsp?page=Main} is elsewhere. */
    public static JspWiki installWithShortUrls(Path folder) throws IOException {
        return install(folder, Map.of("jspwiki.urlConstructor", "ShortURLConstructor"));
    }

    /**
     * Installs a wiki.
     *
     * @param folder must not exist or be empty
     * @param settings added to jspwiki-custom.properties
     */
    public static JspWiki install(Path folder, Map<String, String> settings) throws IOException {
        JspWiki wiki = unpack(folder, settings);
        WikiSeed.write(wiki);
        return wiki;
    }

    /** As {@link #install(Path)}, for servers with {@code javax.servlet}, which the war was written for. */
    public static JspWiki installAsShipped(Path folder) throws IOException {
        JspWiki wiki = new JspWiki(folder);
        Unzip.unzip(war(), wiki.webappFolder());
        wiki.writeSettings(Map.of());
        WikiSeed.write(wiki);
        return wiki;
    }

    private static JspWiki unpack(Path folder, Map<String, String> settings) throws IOException {
        Path war = war();
        JspWiki wiki = new JspWiki(folder);
        FolderCopy.copy(JspWikiWar.unpacked(war), wiki.webappFolder());
        wiki.writeSettings(settings);
        return wiki;
    }

    private static Path war() {
        String war = System.getProperty("jspwiki.war");
        if (war == null) {
            throw new IllegalStateException("The system property jspwiki.war must name JSPWiki's war");
        }
        return Path.of(war);
    }

    /**
     * Installs a wiki of one's own.
     *
     * @param folder must not exist or be empty
     * @param name of the wiki, as it shows
     * @param pages their text by their names
     */
    public static JspWiki installWith(Path folder, String name, Map<String, String> pages) throws IOException {
        JspWiki wiki = unpack(folder, Map.of("jspwiki.applicationName", name));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(wiki.pagesFolder().resolve(page.getKey() + ".txt"), page.getValue());
        }
        Files.writeString(wiki.usersFile(), "<users></users>\n");
        Files.writeString(wiki.groupsFile(), "<groups></groups>\n");
        return wiki;
    }

    /** A wiki that was installed before. */
    static JspWiki at(Path folder) {
        return new JspWiki(folder);
    }

    /** Where it is deployed from. */
    public Path webappFolder() {
        return folder.resolve("webapp");
    }

    /** Where a plugin is dropped into. */
    public Path libFolder() {
        return webappFolder().resolve("WEB-INF/lib");
    }

    public Path pagesFolder() {
        return folder.resolve("data/pages");
    }

    public Path attachmentsFolder() {
        return folder.resolve("data/attachments");
    }

    public Path usersFile() {
        return folder.resolve("data/users.xml");
    }

    public Path groupsFile() {
        return folder.resolve("data/groups.xml");
    }

    /** What the wiki itself logs. */
    public Path logFile() {
        return workFolder().resolve("jspwiki.log");
    }

    public Webapp webapp(String contextPath) {
        return Webapp.at(contextPath, webappFolder());
    }

    /** The text of a page as it is on disk. */
    public String page(String name) throws IOException {
        return Files.readString(pagesFolder().resolve(name + ".txt"), StandardCharsets.UTF_8);
    }

    /**
     * Everything that visitors can change: pages, their old versions, attachments, users, groups.
     *
     * @return relative path to content. Without the search index and what else the engine writes on its own threads
     */
    public SortedMap<String, String> snapshot() {
        return new Snapshot(folder).with(folder.resolve("data")).contents();
    }

    private Path workFolder() {
        return folder.resolve("work");
    }

    private void writeSettings(Map<String, String> settings) throws IOException {
        Files.createDirectories(pagesFolder());
        Files.createDirectories(attachmentsFolder());
        Files.createDirectories(workFolder());
        Properties all = new Properties();
        all.setProperty("jspwiki.applicationName", "Example Wiki");
        all.setProperty("jspwiki.frontPage", "Main");
        all.setProperty("jspwiki.workDir", workFolder().toString());
        all.setProperty("jspwiki.pageProvider", "VersioningFileProvider");
        all.setProperty("jspwiki.fileSystemProvider.pageDir", pagesFolder().toString());
        all.setProperty(
                "jspwiki.basicAttachmentProvider.storageDir",
                attachmentsFolder().toString());
        all.setProperty("jspwiki.xmlUserDatabaseFile", usersFile().toString());
        all.setProperty("jspwiki.xmlGroupDatabaseFile", groupsFile().toString());
        // as shipped it logs to the console
        all.setProperty("appender.rolling.fileName", logFile().toString());
        all.setProperty("appender.rolling.filePattern", logFile() + ".%d{yyyy-MM-dd}");
        all.setProperty("logger.jspwiki.appenderRef.stdout.ref", "RollingFile");
        all.setProperty("rootLogger.appenderRef.stdout.ref", "RollingFile");
        settings.forEach(all::setProperty);
        Path file = webappFolder().resolve("WEB-INF/classes/jspwiki-custom.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            all.store(out, null);
        }
    }
}
