package org.migrationmodes.testing.forum.app;

/** The forms for posts and what they save. With {@code preview=1} a save only shows. */
final class PostEditing {
    private final ForumStore store;

    PostEditing(ForumStore store) {
        this.store = store;
    }

    Reply newTopic(Call call) {
        Forum forum = store.boards().forum(call.number("forum_id"));
        return form(call, newTopic(forum, "", ""), Html.EMPTY);
    }

    Reply reply(Call call) {
        Topic topic = store.topics().get(call.number("topic_id"));
        return form(call, reply(topic, "Re: " + topic.title(), ""), Html.EMPTY);
    }

    Reply quote(Call call) {
        Post post = store.posts().get(call.number("post_id"));
        Topic topic = store.topics().get(post.topicId());
        String quoted = "[quote=" + post.author() + "]" + post.message() + "[/quote]\n";
        return form(call, reply(topic, "Re: " + topic.title(), quoted), Html.EMPTY);
    }

    Reply edit(Call call) {
        Post post = store.posts().get(call.number("post_id"));
        return form(call, edit(post, post.subject(), post.message()), Html.EMPTY);
    }

    Reply insertSave(Call call) {
        String subject = call.get("subject");
        String message = call.get("message");
        boolean reply = call.has("topic_id");
        boolean incomplete = message.isBlank() || (subject.isBlank() && !reply);
        if (call.preview() || incomplete) {
            PostForms.Draft draft = reply
                    ? reply(store.topics().get(call.number("topic_id")), subject, message)
                    : newTopic(store.boards().forum(call.number("forum_id")), subject, message);
            return form(call, draft, remark(call, subject, message));
        }
        int author = call.user().id();
        int topic = reply
                ? store.topics().get(call.number("topic_id")).id()
                : store.topics()
                        .add(store.boards().forum(call.number("forum_id")).id(), author, subject);
        int post = store.posts().add(topic, author, subject, message, call.ip());
        call.uploads().forEach(file -> store.attachments().add(post, file));
        return Reply.redirect("/posts/preList/%d/%d.page", topic, post);
    }

    Reply editSave(Call call) {
        Post post = store.posts().get(call.number("post_id"));
        String subject = call.get("subject");
        String message = call.get("message");
        if (call.preview() || message.isBlank()) {
            return form(call, edit(post, subject, message), remark(call, subject, message));
        }
        store.posts().save(post.id(), subject.isBlank() ? post.subject() : subject, message);
        call.uploads().forEach(file -> store.attachments().add(post.id(), file));
        return Reply.redirect("/posts/preList/%d/%d.page", post.topicId(), post.id());
    }

    private static Html remark(Call call, String subject, String message) {
        return call.preview()
                ? PostForms.preview(subject, message)
                : Widgets.note("Please give a subject and a message.");
    }

    private static Reply form(Call call, PostForms.Draft draft, Html above) {
        return Reply.page(draft.heading(), PostForms.editor(call, draft, above));
    }

    private static PostForms.Draft newTopic(Forum forum, String subject, String message) {
        return new PostForms.Draft(
                "New topic in " + forum.name(), "insertSave", Widgets.hidden("forum_id", forum.id()), subject, message);
    }

    private static PostForms.Draft reply(Topic topic, String subject, String message) {
        return new PostForms.Draft(
                "Reply to " + topic.title(), "insertSave", Widgets.hidden("topic_id", topic.id()), subject, message);
    }

    private static PostForms.Draft edit(Post post, String subject, String message) {
        return new PostForms.Draft("Edit post", "editSave", Widgets.hidden("post_id", post.id()), subject, message);
    }
}
