package org.migrationmodes.testing.forum.app;

/** ActionModule {@code ajax}: fragments for the forum's own script. */
final class AjaxModule extends ActionModule {
    private final ForumStore store;

    AjaxModule(ForumStore store) {
        this.store = store;
        on("list", call -> new Reply.Fragment(Html.EMPTY));
        on("previewPost", call -> new Reply.Fragment(PostForms.preview(call.get("subject"), call.get("message"))));
        on("loadPostContents", this::load);
        on("savePost", this::save);
    }

    private Reply load(Call call) {
        return new Reply.Fragment(
                Html.of("{}", store.posts().get(call.number("post_id")).message()));
    }

    private Reply save(Call call) {
        Post post = store.posts().get(call.number("post_id"));
        String subject = call.has("subject") ? call.get("subject") : post.subject();
        store.posts().save(post.id(), subject, call.get("message"));
        return new Reply.Fragment(Markup.render(call.get("message")));
    }
}
