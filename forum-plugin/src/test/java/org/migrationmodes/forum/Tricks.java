package org.migrationmodes.forum;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.migrationmodes.testing.Form;
import org.migrationmodes.testing.RawRequest;

/** Requests that hide a write from a filter, or look as if they did. */
final class Tricks {
    /**
     * One of them.
     *
     * @param works whether an open forum on Tomcat stores something by it
     */
    record Trick(String name, RawRequest request, boolean works) {}

    private static final String POST = "topic_id=1&subject=Re&message=trick";
    private static final String SAVE = "module=posts&action=insertSave&" + POST;
    private static final Form SAVE_FORM =
            Form.of("module", "posts", "action", "insertSave", "topic_id", "1", "subject", "Re", "message", "trick");

    private final List<Trick> tricks = new ArrayList<>();

    private Tricks() {}

    static List<Trick> all() {
        Tricks all = new Tricks();
        all.repeated();
        all.previews();
        all.spellings();
        all.paths();
        all.methods();
        all.bodies();
        return List.copyOf(all.tricks);
    }

    private void repeated() {
        works(
                "write in the body behind a read in the query",
                body("?module=posts&action=list", "action=insertSave&" + POST));
        fails(
                "read in the body behind a write in the query",
                body("?module=posts&action=insertSave", "action=list&" + POST));
        works("write behind a read in the query", get("?module=posts&action=list&action=insertSave&" + POST));
        fails("read behind a write in the query", get("?module=posts&action=insertSave&action=list&" + POST));
        works("write behind a read in the body", body("", "module=posts&action=list&action=insertSave&" + POST));
        fails("read behind a write in the body", body("", "module=posts&action=insertSave&action=list&" + POST));
        works("another module in the body", body("?module=search&action=list", SAVE));
    }

    private void previews() {
        works("a preview that is none", body("", SAVE + "&preview=1&preview=0"));
        fails("a preview that is one at last", body("", SAVE + "&preview=0&preview=1"));
        works("a preview in the query only", body("?preview=1", SAVE + "&preview="));
        works("a preview of the wrong number", get("?" + SAVE + "&preview=11"));
    }

    private void spellings() {
        works("letters and junk in the query", get("?module=p.o-sts&action=insert_S-a.ve!&" + POST));
        works("letters and junk in the body", body("", "module=posts0&action=insert_S-a.ve%21&" + POST));
        works("letters and junk in the path", post("/p.o-sts/insert_S-a.ve!.page", POST));
        works("encoded names in the query", get("?%6Dodule=posts&%61ction=insertSave&" + POST));
        works("encoded names in the body", body("", "%6dodule=posts&a%63tion=insertSave&" + POST));
        works("encoded values", get("?module=%70osts&action=%69nsert%53ave&" + POST));
        fails("a module in capitals", get("?module=POSTS&action=insertSave&" + POST));
        fails("an action in capitals", get("?module=posts&action=INSERTSAVE&" + POST));
    }

    private void paths() {
        works("the action in the body, under the path of a read", post("/posts/list/2.page", SAVE));
        works("the action in the path, its fields in the body", post("/posts/insertSave.page", POST));
        works("a session id in the path", get(";jsessionid=x?" + SAVE));
        works("a path parameter within", post("/posts;x=y/insertSave.page", POST));
        works("two slashes", RawRequest.get("/forum//jforum.page?" + SAVE));
        works("a dot", RawRequest.get("/forum/./jforum.page?" + SAVE));
        works("the parent folder", RawRequest.get("/forum/posts/../jforum.page?" + SAVE));
        works("an encoded dot", RawRequest.get("/forum/jforum%2Epage?" + SAVE));
        works("two slashes between module and action", post("/posts//insertSave.page", POST));
        works("the own paths' name as a parent", RawRequest.get("/forum/.migration/../jforum.page?" + SAVE));
    }

    private void methods() {
        fails("_method in the query", get("?module=posts&action=list&topic_id=1&_method=POST"));
        fails("_method in the body", body("", "module=posts&action=list&topic_id=1&_method=PUT"));
        fails(
                "an overriding header",
                get("?module=posts&action=list&topic_id=1").header("X-HTTP-Method-Override", "DELETE"));
        works("a method in small letters", RawRequest.of("get", "/forum/jforum.page?" + SAVE));
        works("a method of nobody's", RawRequest.of("LOOK", "/forum/jforum.page?" + SAVE));
    }

    private void bodies() {
        RawRequest multipart = Ways.multipart("POST", "/forum/jforum.page", SAVE_FORM);
        works("multipart in odd case", retyped("MultiPart/Form-Data"));
        works("multipart of another kind", retyped("multipart/mixed"));
        works("multipart under a read in the query", retarget("POST", "?module=posts&action=list", multipart));
        works("multipart by GET", retarget("GET", "?module=posts&action=list", multipart));
        works("multipart by HEAD", retarget("HEAD", "?x=1", multipart));
        works("a body of no kind", get("?" + SAVE).body("text/plain", "x".getBytes(StandardCharsets.US_ASCII)));
        works(
                "urlencoded in odd case",
                RawRequest.of("POST", "/forum/jforum.page?module=posts&action=list&topic_id=1")
                        .body("Application/X-WWW-Form-URLEncoded", ascii("action=insertSave&" + POST)));
        works(
                "urlencoded in pieces",
                RawRequest.of("POST", "/forum/jforum.page")
                        .header("Transfer-Encoding", "chunked")
                        .body(
                                "application/x-www-form-urlencoded",
                                ascii(Integer.toHexString(SAVE.length()) + "\r\n" + SAVE + "\r\n0\r\n\r\n")));
    }

    private static RawRequest retyped(String type) {
        RawRequest multipart = Ways.multipart("POST", "", SAVE_FORM);
        String text = new String(multipart.body(), StandardCharsets.UTF_8);
        String boundary = text.substring(2, text.indexOf('\r'));
        return RawRequest.of("POST", "/forum/jforum.page").body(type + "; boundary=" + boundary, multipart.body());
    }

    private static RawRequest retarget(String method, String query, RawRequest multipart) {
        return Ways.multipart(method, multipart.target() + query, SAVE_FORM);
    }

    private static RawRequest get(String rest) {
        return RawRequest.get("/forum/jforum.page" + rest);
    }

    private static RawRequest body(String query, String body) {
        return post("/jforum.page" + query, body);
    }

    private static RawRequest post(String path, String body) {
        return RawRequest.of("POST", "/forum" + path).body("application/x-www-form-urlencoded", ascii(body));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void works(String name, RawRequest request) {
        tricks.add(new Trick(name, request, true));
    }

    private void fails(String name, RawRequest request) {
        tricks.add(new Trick(name, request, false));
    }
}
