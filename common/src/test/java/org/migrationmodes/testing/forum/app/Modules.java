package org.migrationmodes.testing.forum.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All modules by name. An unknown one leads to the index. */
final class Modules {
    /** Admin modules whose rows all look alike. */
    private static final List<String> PLAIN_ADMIN = List.of(
            "adminGroups",
            "adminRankings",
            "adminSmilies",
            "adminBadWords",
            "adminBanlist",
            "adminConfig",
            "adminAttachments",
            "adminModerators",
            "adminLanguages",
            "adminCache");

    private final Map<String, ActionModule> byName = new HashMap<>();

    Modules(ForumStore store) {
        byName.put("forums", new ForumsModule(store));
        byName.put("posts", new PostsModule(store));
        byName.put("ajax", new AjaxModule(store));
        byName.put("recentTopics", new TopicListsModule("Recent topics", store.topics()::recent));
        byName.put("hottestTopics", new TopicListsModule("Hottest topics", store.topics()::hottest));
        byName.put("topDownloads", new DownloadsModule(store));
        byName.put("user", new UserModule(store));
        byName.put("karma", new KarmaModule(store));
        byName.put("bookmarks", new BookmarksModule(store));
        byName.put("pm", new PmModule(store));
        byName.put("search", new SearchModule(store));
        byName.put("rss", new RssModule(store));
        byName.put("js", new ScriptModule());
        byName.put("captcha", new CaptchaModule());
        byName.put("moderation", new ModerationModule(store));
        byName.put("postApi", new PostApiModule(store));
        byName.put("userApi", new UserApiModule(store));
        byName.put("adminForums", new AdminForumsModule(store));
        byName.put("adminCategories", new AdminCategoriesModule(store));
        byName.put("adminUsers", new AdminUsersModule(store));
        PLAIN_ADMIN.forEach(name -> byName.put(name, new AdminRecordsModule(name, store.admin())));
        byName.put("install", new InstallModule(store.admin()));
    }

    Reply run(Target target, Call call) {
        ActionModule module = byName.get(target.module());
        return module == null ? Reply.redirect("/forums/list.page") : module.run(target.action(), call);
    }
}
