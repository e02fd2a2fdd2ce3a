package org.migrationmodes.testing.forum.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A topic and its posts. */
final class TopicViews {
    private TopicViews() {}

    static Html topic(
            Call call,
            Topic topic,
            List<Post> posts,
            Function<Post, List<Attachment>> files,
            List<PollOption> poll,
            boolean watched) {
        Html reply = topic.locked() ? Widgets.note("This topic is locked.") : PostForms.quickReply(call, topic);
        List<Html> shown = new ArrayList<>();
        for (Post post : posts) {
            shown.add(post(call, topic, post, files.apply(post)));
        }
        return call.html(
                """
                {}<div class="bar"><h1>{}</h1>
                <p class="actions"><a href="~/posts/{}/{}.page">{}</a>
                <a href="~/bookmarks/insert/2/{}.page">Bookmark</a>
                <a class="button" href="~/posts/reply/{}.page">Reply</a></p></div>
                <p class="quiet">{}, {}</p>
                {}{}{}{}{}""",
                Widgets.crumbs(
                        call,
                        call.html("<a href=\"~/forums/show/{}.page\">{}</a>", topic.forumId(), topic.forumName()),
                        Html.of("{}", topic.title())),
                topic.title(),
                watched ? "unwatch" : "watch",
                topic.id(),
                watched ? "Stop watching" : "Watch",
                topic.id(),
                topic.id(),
                Widgets.count(topic.replies(), "reply", "replies"),
                Widgets.count(topic.views(), "view", "views"),
                poll(call, topic, poll),
                Html.join(shown),
                Widgets.pager(call, topic.replies() + 1, call.start(), "posts/list", String.valueOf(topic.id())),
                reply,
                ModerationViews.tools(call, topic).when(call.user().admin()));
    }

    static Html post(Call call, Topic topic, Post post, List<Attachment> files) {
        return call.html(
                """
                <article class="card post" id="p{}">
                <header>{}<p class="who"><a href="~/user/profile/{}.page">{}</a><span class="quiet">{}</span></p>
                <p class="quiet when"><a href="~/posts/preList/{}/{}.page">{}</a></p></header>
                <div class="body" data-post="{}">{}</div>
                {}{}{}
                <footer><p class="quiet">{}</p><p class="actions">
                <a href="~/jforum.page?module=karma&amp;action=insert&amp;post_id={}&amp;points=5">Thanks (+5)</a>
                <a href="~/posts/quote/0/{}.page">Quote</a>
                <a href="~/posts/edit/0/{}.page" data-edit="{}">Edit</a>
                <a href="~/posts/delete/0/{}.page">Delete</a></p></footer>
                </article>""",
                post.id(),
                Widgets.avatar(post.author()),
                post.userId(),
                post.author(),
                post.authorTitle(),
                topic.id(),
                post.id(),
                Widgets.time(post.created()),
                post.id(),
                Markup.render(post.message()),
                attachments(call, files),
                Html.of("<p class=\"signature\">{}</p>", post.signature())
                        .when(!post.signature().isEmpty()),
                Html.of(
                                "<p class=\"quiet edited\">Edited {}.</p>",
                                post.edits() == 1 ? "once" : post.edits() + " times")
                        .when(post.edits() > 0),
                post.karma() > 0 ? post.karma() + " karma" : "",
                post.id(),
                post.id(),
                post.id(),
                post.id(),
                post.id());
    }

    static Html attachments(Call call, List<Attachment> files) {
        List<Html> items = files.stream()
                .map(file -> call.html("""
                        <li><a href="~/posts/downloadAttach/{}.page">{}</a>
                        <span class="quiet">{} bytes, {} downloads</span></li>""", file.id(), file.fileName(), file.size(), file.downloads()))
                .toList();
        return Html.of("<ul class=\"files\">{}</ul>", Html.join(items)).when(!items.isEmpty());
    }

    private static Html poll(Call call, Topic topic, List<PollOption> options) {
        int all = Math.max(1, options.stream().mapToInt(PollOption::votes).sum());
        List<Html> rows = options.stream()
                .map(option ->
                        Html.of("""
                        <li><label><input type="radio" name="poll_option" value="{}"> {}</label>
                        <meter min="0" max="{}" value="{}">{}</meter> <span class="quiet">{}</span></li>""", option.id(), option.label(), all, option.votes(), option.votes(), option.votes()))
                .toList();
        return call.html("""
                        <form class="card poll" method="post" action="~/jforum.page">{}{}
                        <ul>{}</ul><button class="button">Vote</button></form>""", Widgets.target("posts", "vote"), Widgets.hidden("topic_id", topic.id()), Html.join(rows))
                .when(!options.isEmpty());
    }
}
