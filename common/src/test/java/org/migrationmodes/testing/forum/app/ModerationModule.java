package org.migrationmodes.testing.forum.app;

import java.util.List;

/** ActionModule {@code moderation}. */
final class ModerationModule extends ActionModule {
    private final ForumStore store;

    ModerationModule(ForumStore store) {
        this.store = store;
        on("list", this::log);
        on("showActivityLog", this::log);
        on("doModeration", this::moderate);
        on("moveTopic", this::move);
    }

    private Reply log(Call call) {
        return Reply.page(
                "Moderation log", ModerationViews.log(store.activities().lines()));
    }

    /** The button that was pressed decides; the one for moving only asks where to. */
    private Reply moderate(Call call) {
        List<Integer> topics = call.numbers("topic_id");
        if (call.has("topicMove")) {
            return Reply.page(
                    "Move topic",
                    ModerationViews.move(call, topics, store.boards().forums()));
        }
        for (int topic : topics) {
            if (call.has("topicRemove")) {
                store.topics().remove(topic);
                note(call, "removed", topic);
            } else if (call.has("topicLock") || call.has("topicUnlock")) {
                store.topics().lock(topic, call.has("topicLock"));
                note(call, call.has("topicLock") ? "locked" : "unlocked", topic);
            }
        }
        return Reply.redirect("/recentTopics/list.page");
    }

    private Reply move(Call call) {
        Forum forum = store.boards().forum(call.number("to_forum"));
        for (int topic : call.numbers("topic_id")) {
            store.topics().move(topic, forum.id());
            note(call, "moved", topic);
        }
        return Reply.redirect("/forums/show/%d.page", forum.id());
    }

    private void note(Call call, String action, int topic) {
        store.activities().add(call.user().id(), action, topic);
    }
}
