package org.migrationmodes.testing.forum.app;

/** ActionModule {@code forums}: the index and one forum. */
final class ForumsModule extends ActionModule {
    private final ForumStore store;

    ForumsModule(ForumStore store) {
        this.store = store;
        on("list", this::list);
        on("show", this::show);
        on("newMessages", this::newMessages);
        on("readAll", this::readAll);
        on("watchForum", this::watch);
        on("unwatchForum", this::unwatch);
        on("approveMessages", this::approve);
    }

    private Reply list(Call call) {
        store.users().countVisit(call.user().id());
        return Reply.page(
                "Forums",
                ForumViews.index(
                        call,
                        store.boards().categories(),
                        store.boards().forums(),
                        store.topics().recent()));
    }

    private Reply show(Call call) {
        Forum forum = store.boards().forum(call.number("forum_id"));
        return Reply.page(
                forum.name(),
                ForumViews.forum(
                        call,
                        forum,
                        store.topics().ofForum(forum.id()),
                        store.boards().watched(forum.id(), call.user().id()),
                        ModerationViews.waiting(call, forum, store.posts().waiting(forum.id()))
                                .when(call.user().admin())));
    }

    private Reply newMessages(Call call) {
        return Reply.page(
                "New messages",
                ForumViews.list(call, "New messages", store.topics().recent()));
    }

    private Reply readAll(Call call) {
        call.markAllRead();
        return Reply.redirect("/forums/list.page");
    }

    private Reply watch(Call call) {
        Forum forum = store.boards().forum(call.number("forum_id"));
        store.boards().watch(forum.id(), call.user().id());
        return Reply.redirect("/forums/show/%d.page", forum.id());
    }

    private Reply unwatch(Call call) {
        Forum forum = store.boards().forum(call.number("forum_id"));
        store.boards().unwatch(forum.id(), call.user().id());
        return Reply.redirect("/forums/show/%d.page", forum.id());
    }

    private Reply approve(Call call) {
        for (int post : call.numbers("post_id")) {
            if (call.get("status_" + post).equals("reject")) {
                store.posts().delete(post);
            } else {
                store.posts().approve(post);
            }
        }
        return Reply.redirect("/forums/show/%d.page", call.number("forum_id"));
    }
}
