package org.migrationmodes.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A visitor of a wiki, with cookies, who fills in the forms that the wiki shows. Not thread-safe. */
public final class WikiBrowser {
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    /** A parameter that only an editor's form has. */
    private static final String EDITOR_FIELD = "encodingcheck";

    private final RawHttp http;
    private final String contextPath;
    private final CookieJar cookies = new CookieJar();

    public WikiBrowser(RawHttp http, String contextPath) {
        this.http = http;
        this.contextPath = contextPath;
    }

    /** Somebody else, at the same wiki. */
    public WikiBrowser another() {
        return new WikiBrowser(http, contextPath);
    }

    /** Sends a request whose target is relative to the wiki's context. */
    public RawAnswer send(RawRequest request) {
        return cookies.send(http, inContext(request));
    }

    public RawAnswer get(String target) {
        return send(RawRequest.get(target));
    }

    public RawAnswer post(String target, Form form) {
        return send(RawRequest.of("POST", target).form(form));
    }

    /** Makes a request ready to be sent by others: with the whole target, and with the cookies. */
    RawRequest ready(RawRequest request) {
        return cookies.with(inContext(request));
    }

    /**
     * Logs in.
     *
     * @throws IllegalStateException if the wiki does not let them
     */
    public WikiBrowser login(WikiUser user) {
        RawAnswer answer = post(
                "/Login.jsp",
                Form.of(
                        "j_username",
                        user.login(),
                        "j_password",
                        user.password(),
                        "submitlogin",
                        "Login",
                        "redirect",
                        "Main"));
        if (answer.status() != 302) {
            throw new IllegalStateException(user + " could not log in: " + answer);
        }
        return this;
    }

    /** Opens the editor and saves, as a visitor does. A save that worked answers 302 to the page. */
    public RawAnswer save(String page, String text) {
        String target = "/Edit.jsp?page=" + page;
        Form form =
                hiddenFields(target).and("page", page).and("_editedtext", text).and("ok", "Save");
        return post("/Edit.jsp", form);
    }

    /** Attaches a file to a page. An upload that worked answers 302. */
    public RawAnswer upload(String page, String fileName, byte[] content) {
        Multipart body = new Multipart()
                .field("page", page)
                .field("nextpage", contextPath + "/Wiki.jsp?page=" + page)
                .field("action", "upload")
                .file("content", fileName, content);
        return send(RawRequest.of("POST", "/attach?progressid=" + page).body(body.contentType(), body.bytes()));
    }

    /**
     * Opens an editor: this locks its page, and makes the session's own field against spam.
     *
     * @throws IllegalStateException if the answer is no editor
     */
    public Form hiddenFields(String target) {
        RawAnswer answer = get(target);
        Matcher forms = FORM.matcher(answer.text());
        while (forms.find()) {
            if (forms.group().contains(EDITOR_FIELD)) {
                return hidden(forms.group());
            }
        }
        throw new IllegalStateException(target + " is no editor: " + answer);
    }

    private static Form hidden(String html) {
        Form fields = Form.of();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            String input = inputs.group();
            if (attribute(input, "type").equals("hidden")
                    && !attribute(input, "name").equals("page")) {
                fields = fields.and(attribute(input, "name"), attribute(input, "value"));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "\\s*=\\s*(\"([^\"]*)\"|'([^']*)')")
                .matcher(tag);
        if (!matcher.find()) {
            return "";
        }
        String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        return value.replace("&quot;", "\"").replace("&amp;", "&");
    }

    private RawRequest inContext(RawRequest request) {
        return request.prefixed(contextPath);
    }
}
