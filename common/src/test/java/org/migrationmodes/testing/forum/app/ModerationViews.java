package org.migrationmodes.testing.forum.app;

import java.util.List;

/** What moderators see. */
final class ModerationViews {
    private ModerationViews() {}

    static Html waiting(Call call, Forum forum, List<Post> posts) {
        List<Html> rows = posts.stream()
                .map(post -> Html.of(
                        """
                        <li class="row"><div class="what">{}<p class="quiet">{}: {}</p></div>
                        <label><input type="radio" name="status_{}" value="approve" checked> approve</label>
                        <label><input type="radio" name="status_{}" value="reject"> reject</label></li>""", Widgets.hidden("post_id", post.id()), post.author(), post.message(), post.id(), post.id()))
                .toList();
        return call.html(
                        """
                        <form class="card form" method="post" action="~/jforum.page"><h2>Waiting for a moderator</h2>{}{}
                        <ul class="rows">{}</ul><p class="actions"><button class="button">Decide</button></p></form>""",
                        Widgets.target("forums", "approveMessages"),
                        Widgets.hidden("forum_id", forum.id()),
                        Html.join(rows))
                .when(!posts.isEmpty());
    }

    static Html tools(Call call, Topic topic) {
        return call.html("""
                <form class="card tools" method="post" action="~/jforum.page"><h2>Moderation</h2>{}{}
                <p class="actions">
                <button class="button plain" name="topicLock" value="1">Lock</button>
                <button class="button plain" name="topicUnlock" value="1">Unlock</button>
                <button class="button plain" name="topicMove" value="1">Move</button>
                <button class="button plain" name="topicRemove" value="1">Remove</button></p></form>""", Widgets.target("moderation", "doModeration"), Widgets.hidden("topic_id", topic.id()));
    }

    static Html move(Call call, List<Integer> topics, List<Forum> forums) {
        List<Html> options = forums.stream()
                .map(forum -> Html.of("<option value=\"{}\">{}</option>", forum.id(), forum.name()))
                .toList();
        return call.html(
                """
                <form class="card form narrow" method="post" action="~/jforum.page"><h1>Move topic</h1>{}{}
                <label class="field"><span>To</span><select name="to_forum">{}</select></label>
                <p class="actions"><button class="button">Move</button></p></form>""",
                Widgets.target("moderation", "moveTopic"),
                Html.join(topics.stream()
                        .map(id -> Widgets.hidden("topic_id", id))
                        .toList()),
                Html.join(options));
    }

    static Html log(List<String> lines) {
        List<Html> rows = lines.stream()
                .map(line -> Html.of("<li class=\"row\">{}</li>", line))
                .toList();
        return Html.of(
                "<h1>Moderation log</h1><section class=\"card\"><ul class=\"rows\">{}</ul></section>{}",
                Html.join(rows),
                Widgets.empty("Nobody had to do anything yet.").when(lines.isEmpty()));
    }
}
