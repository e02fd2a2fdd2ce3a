package org.migrationmodes.testing.forum.app;

/** ActionModule {@code posts}: reading a topic and all small deeds around it. The forms are in {@link PostEditing}. */
final class PostsModule extends ActionModule {
    private final ForumStore store;

    PostsModule(ForumStore store) {
        this.store = store;
        PostEditing editing = new PostEditing(store);
        on("list", this::list);
        on("preList", this::preList);
        on("listByUser", this::listByUser);
        on("insert", editing::newTopic);
        on("reply", editing::reply);
        on("quote", editing::quote);
        on("edit", editing::edit);
        on("insertSave", editing::insertSave);
        on("editSave", editing::editSave);
        on("delete", this::delete);
        on("vote", this::vote);
        on("watch", this::watch);
        on("unwatch", this::unwatch);
        on("downloadAttach", this::download);
    }

    private Reply list(Call call) {
        Topic topic = store.topics().get(call.number("topic_id"));
        store.topics().countView(topic.id());
        return Reply.page(
                topic.title(),
                TopicViews.topic(
                        call,
                        topic,
                        store.posts().ofTopic(topic.id(), call.start()),
                        post -> store.attachments().ofPost(post.id()),
                        store.topics().poll(topic.id()),
                        store.topics().watched(topic.id(), call.user().id())));
    }

    private Reply preList(Call call) {
        return toPost(store.posts().get(call.number("post_id")));
    }

    private Reply listByUser(Call call) {
        User user = store.users().get(call.number("user_id"));
        return Reply.page(
                "Posts of " + user.name(),
                UserViews.posts(call, user, store.posts().ofUser(user.id())));
    }

    private Reply delete(Call call) {
        Post post = store.posts().get(call.number("post_id"));
        store.posts().delete(post.id());
        return Reply.redirect("/posts/list/%d.page", post.topicId());
    }

    private Reply vote(Call call) {
        store.topics().vote(call.number("poll_option"));
        return Reply.redirect("/posts/list/%d.page", call.number("topic_id"));
    }

    private Reply watch(Call call) {
        Topic topic = store.topics().get(call.number("topic_id"));
        store.topics().watch(topic.id(), call.user().id());
        return Reply.redirect("/posts/list/%d.page", topic.id());
    }

    private Reply unwatch(Call call) {
        Topic topic = store.topics().get(call.number("topic_id"));
        store.topics().unwatch(topic.id(), call.user().id());
        return Reply.redirect("/posts/list/%d.page", topic.id());
    }

    private Reply download(Call call) {
        Attachment file = store.attachments().get(call.number("attach_id"));
        store.attachments().countDownload(file.id());
        return new Reply.Download(
                file.fileName(), file.contentType(), store.attachments().content(file.id()));
    }

    private static Reply toPost(Post post) {
        return Reply.redirect("/posts/list/%d.page#p%d", post.topicId(), post.id());
    }
}
