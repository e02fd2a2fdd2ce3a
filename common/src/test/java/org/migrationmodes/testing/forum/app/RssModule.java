package org.migrationmodes.testing.forum.app;

import java.util.List;

/** ActionModule {@code rss}. */
final class RssModule extends ActionModule {
    private final ForumStore store;

    RssModule(ForumStore store) {
        this.store = store;
        on("list", this::recent);
        on("recentTopics", this::recent);
        on("forumTopics", call -> topics(call, store.topics().ofForum(call.number("forum_id"))));
        on("hottestTopics", call -> topics(call, store.topics().hottest()));
        on("topicPosts", call -> posts(call, store.posts().ofTopic(call.number("topic_id"), 0)));
        on("userPosts", call -> posts(call, store.posts().ofUser(call.number("user_id"))));
    }

    private Reply recent(Call call) {
        return posts(call, store.posts().latest());
    }

    private static Reply topics(Call call, List<Topic> topics) {
        return feed(
                call,
                topics.stream()
                        .map(topic -> item(call, topic.title(), topic.id(), topic.lastPostId(), topic.lastAuthor()))
                        .toList());
    }

    private static Reply posts(Call call, List<Post> posts) {
        return feed(
                call,
                posts.stream()
                        .map(post -> item(call, post.subject(), post.topicId(), post.id(), post.message()))
                        .toList());
    }

    private static Html item(Call call, String title, int topic, int post, String text) {
        return Html.of(
                "<item><title>{}</title><link>{}/posts/preList/{}/{}.page</link><description>{}</description></item>",
                title,
                call.origin(),
                topic,
                post,
                text);
    }

    private static Reply feed(Call call, List<Html> items) {
        return new Reply.Text(
                "text/xml; charset=UTF-8",
                Html.of("""
                                <?xml version="1.0" encoding="UTF-8"?>
                                <rss version="2.0"><channel><title>The Upper Station</title><link>{}</link>
                                <description>A forum for friends of mountain ropeways</description>
                                {}
                                </channel></rss>
                                """, call.origin(), Html.join(items)).toString());
    }
}
