package org.migrationmodes.testing.forum.app;

/** ActionModule {@code topDownloads}. */
final class DownloadsModule extends ActionModule {
    DownloadsModule(ForumStore store) {
        on(
                "list",
                call -> Reply.page(
                        "Downloads",
                        Html.of(
                                "<h1>Downloads</h1><section class=\"card\">{}</section>",
                                TopicViews.attachments(call, store.attachments().mostLoaded()))));
    }
}
