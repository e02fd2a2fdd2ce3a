package org.migrationmodes.testing.forum.app;

/** ActionModule {@code karma}, where the word that opens a form everywhere else is a write, by GET. */
final class KarmaModule extends ActionModule {
    private static final int MOST = 5;
    private final ForumStore store;

    KarmaModule(ForumStore store) {
        this.store = store;
        on("list", call -> Reply.redirect("/user/searchKarma.page"));
        on("insert", this::insert);
    }

    private Reply insert(Call call) {
        Post post = store.posts().get(call.number("post_id"));
        int points = Math.max(1, Math.min(MOST, call.number("points")));
        store.posts().rate(post.id(), call.user().id(), points);
        return Reply.redirect("/posts/preList/%d/%d.page", post.topicId(), post.id());
    }
}
