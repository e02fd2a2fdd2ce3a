package org.migrationmodes.testing.forum.app;

/** Forms that write posts: all are multipart and go to the one URL. */
final class PostForms {
    private PostForms() {}

    /** What a form is about: a new topic in a forum, a reply in a topic, or an edit of a post. */
    record Draft(String heading, String action, Html ids, String subject, String message) {}

    static Html editor(Call call, Draft draft, Html preview) {
        return call.html(
                """
                {}<h1>{}</h1>{}
                <form class="card form" method="post" action="~/jforum.page" enctype="multipart/form-data">{}{}
                {}{}
                <label class="field"><span>Attachment</span><input type="file" name="file_0"></label>
                <p class="quiet">[b]bold[/b] [i]italic[/i] [code]code[/code] [quote=name]words[/quote]</p>
                <p class="actions"><button class="button">{}</button>
                <button class="button plain" name="preview" value="1">Preview</button></p>
                </form>""",
                Widgets.crumbs(call, Html.of("{}", draft.heading())),
                draft.heading(),
                preview,
                Widgets.target("posts", draft.action()),
                draft.ids(),
                Widgets.field("Subject", "subject", "text", draft.subject()),
                Widgets.area("Message", "message", 10, draft.message()),
                draft.action().equals("editSave") ? "Save" : "Post");
    }

    static Html quickReply(Call call, Topic topic) {
        return call.html(
                """
                <form class="card form" id="quick" method="post" action="~/jforum.page" enctype="multipart/form-data">
                <h2>Quick reply</h2>{}{}{}{}
                <p class="actions"><button class="button">Post</button>
                <button class="button plain" name="preview" value="1">Preview</button></p>
                </form>""",
                Widgets.target("posts", "insertSave"),
                Widgets.hidden("topic_id", topic.id()),
                Widgets.hidden("subject", "Re: " + topic.title()),
                Widgets.area("Your message", "message", 4, ""));
    }

    static Html preview(String subject, String message) {
        return Html.of("""
                <section class="card preview" aria-label="Preview"><p class="tag">Preview</p><h2>{}</h2>{}</section>""", subject, Markup.render(message));
    }
}
