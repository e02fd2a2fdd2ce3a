package org.migrationmodes.testing.forum.app;

import java.util.List;

/** The index and the pages that list topics. */
final class ForumViews {
    private ForumViews() {}

    static Html index(Call call, List<Category> categories, List<Forum> forums, List<Topic> recent) {
        List<Html> sections = categories.stream()
                .map(category -> category(
                        call,
                        category,
                        forums.stream()
                                .filter(forum -> forum.categoryId() == category.id())
                                .toList(),
                        recent))
                .toList();
        int topics = forums.stream().mapToInt(Forum::topics).sum();
        int posts = forums.stream().mapToInt(Forum::posts).sum();
        return call.html("""
                <div class="bar"><h1>Forums</h1>
                <p class="actions"><a href="~/forums/newMessages.page">New messages</a>
                <a href="~/forums/readAll.page">Mark all as read</a></p></div>
                {}
                <p class="counts">{} topics, {} posts.{}</p>""", Html.join(sections), topics, posts, call.allRead() ? " You have read everything." : "");
    }

    private static Html category(Call call, Category category, List<Forum> forums, List<Topic> recent) {
        List<Html> rows =
                forums.stream().map(forum -> forumRow(call, forum, recent)).toList();
        return Html.of(
                        "<section class=\"card\"><h2>{}</h2><ul class=\"rows\">{}</ul></section>",
                        category.title(),
                        Html.join(rows))
                .when(!forums.isEmpty());
    }

    private static Html forumRow(Call call, Forum forum, List<Topic> recent) {
        Html last = recent.stream()
                .filter(topic -> topic.forumId() == forum.id())
                .findFirst()
                .map(topic -> last(call, topic, topic.title()))
                .orElse(Html.of("<p class=\"last quiet\">No posts yet</p>"));
        return call.html(
                """
                <li class="row"><div class="what"><a class="title" href="~/forums/show/{}.page">{}</a>
                <p class="quiet">{}</p></div>
                <p class="number">{}</p><p class="number">{}</p>{}</li>""",
                forum.id(),
                forum.name(),
                forum.description(),
                Widgets.count(forum.topics(), "topic", "topics"),
                Widgets.count(forum.posts(), "post", "posts"),
                last);
    }

    static Html forum(Call call, Forum forum, List<Topic> topics, boolean watched, Html waiting) {
        return call.html(
                """
                {}<div class="bar"><div><h1>{}</h1><p class="quiet">{}</p></div>
                <p class="actions"><a href="~/forums/{}/{}.page">{}</a>
                <a class="button" href="~/posts/insert/{}.page">New topic</a></p></div>{}{}""",
                Widgets.crumbs(call, Html.of("{}", forum.name())),
                forum.name(),
                forum.description(),
                watched ? "unwatchForum" : "watchForum",
                forum.id(),
                watched ? "Stop watching" : "Watch",
                forum.id(),
                waiting,
                topics(call, topics));
    }

    static Html list(Call call, String title, List<Topic> topics) {
        return Html.of(
                "{}<div class=\"bar\"><h1>{}</h1></div>{}",
                Widgets.crumbs(call, Html.of("{}", title)),
                title,
                topics(call, topics));
    }

    static Html topics(Call call, List<Topic> topics) {
        if (topics.isEmpty()) {
            return Widgets.empty("Nothing here yet.");
        }
        List<Html> rows = topics.stream().map(topic -> topicRow(call, topic)).toList();
        return Html.of("<section class=\"card\"><ul class=\"rows\">{}</ul></section>", Html.join(rows));
    }

    private static Html topicRow(Call call, Topic topic) {
        return call.html(
                """
                <li class="row">{}<div class="what">{}{}<a class="title" href="~/posts/list/{}.page">{}</a>
                <p class="quiet">{} in <a href="~/forums/show/{}.page">{}</a></p></div>
                <p class="number">{}</p><p class="number">{}</p>{}</li>""",
                Widgets.avatar(topic.author()),
                Html.of("<span class=\"tag\">Pinned</span> ").when(topic.pinned()),
                Html.of("<span class=\"tag\">Locked</span> ").when(topic.locked()),
                topic.id(),
                topic.title(),
                topic.author(),
                topic.forumId(),
                topic.forumName(),
                Widgets.count(topic.replies(), "reply", "replies"),
                Widgets.count(topic.views(), "view", "views"),
                last(call, topic, topic.lastAuthor()));
    }

    private static Html last(Call call, Topic topic, String label) {
        return call.html(
                "<p class=\"last\"><a href=\"~/posts/preList/{}/{}.page\">{}</a><br><span class=\"quiet\">{}</span></p>",
                topic.id(),
                topic.lastPostId(),
                label,
                Widgets.time(topic.lastTime()));
    }
}
