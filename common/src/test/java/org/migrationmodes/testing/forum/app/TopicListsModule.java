package org.migrationmodes.testing.forum.app;

import java.util.List;
import java.util.function.Supplier;

/** Modules {@code recentTopics} and {@code hottestTopics}. */
final class TopicListsModule extends ActionModule {
    TopicListsModule(String title, Supplier<List<Topic>> topics) {
        on("list", call -> Reply.page(title, ForumViews.list(call, title, topics.get())));
    }
}
