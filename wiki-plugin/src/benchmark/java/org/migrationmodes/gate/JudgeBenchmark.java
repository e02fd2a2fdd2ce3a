package org.migrationmodes.gate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.flag.InvalidDocument;
import org.migrationmodes.wiki.WikiModeFilter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to tell a read from a write. */
@State(Scope.Thread)
public class JudgeBenchmark {
    /** Profile, what is asked, method, target, content type if there is one, and the verdict that it must get. */
    @Param({
        "generic a read GET /page READ",
        "generic a write POST /page WRITE",
        "generic the last route GET /perform_login SESSION",
        "jforum a read GET /posts/list/7.page READ",
        "jforum a write GET /posts/delete/7.page WRITE",
        "jforum the last route GET /polls/vote/7.page WRITE",
        "jspwiki a read GET /images/logo.png READ",
        "jspwiki a write GET /Delete.jsp?page=Main&delete-all=Delete WRITE",
        "jspwiki the last route GET /Wiki.jsp?page=Main READ",
        "xwiki a read GET /resources/page.js READ",
        "xwiki a write GET /wiki/dev/save/Main/WebHome WRITE",
        "xwiki the last route GET /wiki/dev/view/Main/WebHome READ"
    })
    @SuppressWarnings("NullAway.Init")
    public String asked;

    @SuppressWarnings("NullAway.Init")
    private Profile profile;

    @SuppressWarnings("NullAway.Init")
    private StillRequest request;

    /**
     * Makes the request, and sees that it is judged as it must be.
     *
     * @throws IOException if the profile cannot be read
     * @throws InvalidDocument if it is wrong
     */
    @Setup
    public void prepare() throws IOException, InvalidDocument {
        List<String> words = List.of(asked.split(" "));
        int end = words.size();
        profile = profile(words.get(0));
        request = new StillRequest(words.get(end - 3), words.get(end - 2), null);
        Verdict verdict = judge();
        if (verdict != Verdict.valueOf(words.get(end - 1))) {
            throw new IllegalStateException(asked + ": judged as " + verdict);
        }
    }

    /** The profile of the forum is in the other plugin's jar. */
    private static Profile profile(String name) throws IOException, InvalidDocument {
        if (!name.equals("jforum")) {
            return Profiles.of(WikiModeFilter.class, List.of("jspwiki", "xwiki"))
                    .named(name);
        }
        URI jar = Path.of(System.getProperty("forum-plugin.jar", "")).toUri();
        String entry = "jar:" + jar + "!/org/migrationmodes/forum/profiles/jforum.json";
        try (InputStream in = URI.create(entry).toURL().openStream()) {
            return Profile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Judges.
     *
     * @return the verdict
     * @throws IOException never
     */
    @Benchmark
    public @Nullable Verdict judge() throws IOException {
        return profile.judge(new JudgedRequest(request));
    }
}
