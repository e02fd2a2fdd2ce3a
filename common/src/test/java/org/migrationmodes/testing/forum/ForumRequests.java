package org.migrationmodes.testing.forum;

import static org.migrationmodes.testing.forum.ForumRequest.Kind.COUNTER;
import static org.migrationmodes.testing.forum.ForumRequest.Kind.DISGUISED;
import static org.migrationmodes.testing.forum.ForumRequest.Kind.FORM;
import static org.migrationmodes.testing.forum.ForumRequest.Kind.READ;
import static org.migrationmodes.testing.forum.ForumRequest.Kind.SESSION;
import static org.migrationmodes.testing.forum.ForumRequest.Kind.WRITE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationmodes.testing.forum.ForumRequest.Body;
import org.migrationmodes.testing.forum.ForumRequest.Kind;

/**
 * What there is to ask of a freshly seeded forum, each action as the forum's own pages ask for it and, where another
 * method does the same, by that too. Each write changes rows of its own, so that it does change something in whatever
 * order they come.
 */
public final class ForumRequests {
    private ForumRequests() {}

    /** All requests. */
    public static List<ForumRequest> all() {
        return Stream.of(reads(), forms(), sessions(), disguised(), writes())
                .flatMap(List::stream)
                .toList();
    }

    /** All requests that leave the database as it is, or change a counter only. */
    public static List<ForumRequest> reads() {
        return List.of(
                get(COUNTER, "forums.list", "forums/list.page"),
                get(COUNTER, "forums.list", "jforum.page?module=forums&action=list"),
                get(READ, "forums.show", "forums/show/1.page"),
                get(READ, "forums.newMessages", "forums/newMessages.page"),
                get(COUNTER, "posts.list", "posts/list/1.page"),
                get(COUNTER, "posts.list", "posts/list/0/6.page"),
                call("HEAD", COUNTER, "posts.list", "topic_id=1"),
                get(READ, "posts.preList", "posts/preList/1/2.page"),
                get(READ, "posts.listByUser", "posts/listByUser/0/3.page"),
                get(COUNTER, "posts.downloadAttach", "posts/downloadAttach/1.page"),
                get(READ, "recentTopics.list", "recentTopics/list.page"),
                get(READ, "hottestTopics.list", "hottestTopics/list.page"),
                get(READ, "topDownloads.list", "topDownloads/list.page"),
                get(READ, "user.list", "user/list.page"),
                get(READ, "user.listGroup", "user/listGroup/2.page"),
                get(READ, "user.profile", "user/profile/3.page"),
                get(READ, "pm.inbox", "pm/inbox.page"),
                get(READ, "pm.sentbox", "pm/sentbox.page"),
                get(READ, "pm.read", "pm/read/1.page"),
                get(READ, "pm.review", "pm/review/1.page"),
                get(READ, "bookmarks.list", "bookmarks/list.page"),
                get(READ, "search.filters", "search/filters.page"),
                call("GET", READ, "search.search", "search_keywords=rope"),
                post(READ, "search.search", "search_keywords", "Grüße"),
                get(READ, "rss.recentTopics", "rss/recentTopics.page"),
                get(READ, "rss.forumTopics", "rss/forumTopics/1.page"),
                get(READ, "rss.topicPosts", "rss/topicPosts/1.page"),
                get(READ, "js.list", "js/list.page"),
                get(READ, "captcha.generate", "captcha/generate/1.page"),
                get(READ, "moderation.showActivityLog", "moderation/showActivityLog.page"),
                call("GET", READ, "userApi.list", ""),
                get(READ, "adminForums.list", "adminForums/list.page"),
                get(READ, "adminUsers.list", "adminUsers/list.page"),
                get(READ, "adminConfig.list", "adminConfig/list.page"),
                post(READ, "user.searchKarma", "username", "anna"),
                post(READ, "pm.findUser", "username", "an"),
                post(READ, "adminUsers.search", "username", "an"),
                post(READ, "adminUsers.ipSearch", "ip", "192.0.2.33"),
                post(READ, "ajax.previewPost", "subject", "Hm", "message", "[b]so[/b]"));
    }

    /** All requests that open an editor. */
    public static List<ForumRequest> forms() {
        return List.of(
                get(FORM, "posts.insert", "posts/insert/1.page"),
                get(FORM, "posts.reply", "posts/reply/0/1.page"),
                get(FORM, "posts.quote", "posts/quote/0/1.page"),
                get(FORM, "posts.edit", "posts/edit/0/1.page"),
                post(FORM, "ajax.loadPostContents", "post_id", "1"),
                get(FORM, "bookmarks.insert", "bookmarks/insert/2/1.page"),
                get(FORM, "bookmarks.edit", "bookmarks/edit/1.page"),
                get(FORM, "pm.send", "pm/send.page"),
                get(FORM, "pm.sendTo", "pm/sendTo/3.page"),
                get(FORM, "pm.reply", "pm/reply/1.page"),
                get(FORM, "pm.quote", "pm/quote/1.page"),
                get(FORM, "user.insert", "user/insert.page"),
                post(FORM, "user.acceptAgreement"),
                get(FORM, "user.edit", "user/edit/3.page"),
                get(FORM, "user.lostPassword", "user/lostPassword.page"),
                get(FORM, "user.recoverPassword", "user/recoverPassword/recover-tom.page"),
                get(FORM, "adminForums.insert", "adminForums/insert.page"),
                get(FORM, "adminForums.edit", "adminForums/edit/1.page"),
                get(FORM, "adminCategories.edit", "adminCategories/edit/1.page"),
                get(FORM, "adminUsers.edit", "adminUsers/edit/3.page"),
                get(FORM, "install.install", "install/install.page"));
    }

    /** Login and logout. */
    public static List<ForumRequest> sessions() {
        return List.of(
                get(SESSION, "user.login", "user/login.page"),
                post(SESSION, "user.validateLogin", "username", "anna", "password", "anna"),
                get(SESSION, "forums.readAll", "forums/readAll.page"),
                get(SESSION, "user.logout", "user/logout.page"));
    }

    /** Requests that bear the name of a write and are none. */
    public static List<ForumRequest> disguised() {
        return List.of(
                post(DISGUISED, "posts.insertSave", "topic_id", "1", "message", "Only looking", "preview", "1"),
                multipart(DISGUISED, "posts.insertSave", "topic_id", "1", "message", "Only looking", "preview", "1"),
                multipart(DISGUISED, "posts.editSave", "post_id", "1", "message", "Only looking", "preview", "1"),
                multipart(DISGUISED, "pm.sendSave", "toUsername", "anna", "message", "Hm", "preview", "1"),
                post(DISGUISED, "moderation.doModeration", "topic_id", "6", "topicMove", "1"));
    }

    /** All requests that change what the forum stores. */
    public static List<ForumRequest> writes() {
        return Stream.of(ForumWrites.posts(), ForumWrites.members(), ForumWrites.moderation(), ForumWrites.admin())
                .flatMap(List::stream)
                .toList();
    }

    static ForumRequest get(Kind kind, String action, String path) {
        return new ForumRequest(action, kind, "GET", path, Body.NONE, Map.of());
    }

    /** Any method, with everything in the query. */
    static ForumRequest call(String method, Kind kind, String action, String query) {
        int dot = action.indexOf('.');
        String path = "jforum.page?module=" + action.substring(0, dot) + "&action=" + action.substring(dot + 1);
        return new ForumRequest(action, kind, method, query.isEmpty() ? path : path + "&" + query, Body.NONE, Map.of());
    }

    static ForumRequest post(Kind kind, String action, String... fields) {
        return new ForumRequest(action, kind, "POST", "jforum.page", Body.URLENCODED, fields(action, fields));
    }

    static ForumRequest multipart(Kind kind, String action, String... fields) {
        return new ForumRequest(action, kind, "POST", "jforum.page", Body.MULTIPART, fields(action, fields));
    }

    static ForumRequest install(String... fields) {
        return new ForumRequest(
                "install.doInstall",
                WRITE,
                "POST",
                "install/install.page",
                Body.URLENCODED,
                fields("install.doInstall", fields));
    }

    private static Map<String, String> fields(String action, String... rest) {
        int dot = action.indexOf('.');
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("module", action.substring(0, dot));
        fields.put("action", action.substring(dot + 1));
        for (int i = 0; i < rest.length; i += 2) {
            fields.put(rest[i], rest[i + 1]);
        }
        return fields;
    }
}
