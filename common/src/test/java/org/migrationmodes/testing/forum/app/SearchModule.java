package org.migrationmodes.testing.forum.app;

import java.util.List;

/** ActionModule {@code search}. */
final class SearchModule extends ActionModule {
    private final ForumStore store;

    SearchModule(ForumStore store) {
        this.store = store;
        on("list", call -> page(call, List.of()));
        on("filters", call -> page(call, List.of()));
        on("search", this::search);
    }

    private Reply search(Call call) {
        String words = call.get("search_keywords").strip();
        return page(call, words.isEmpty() ? List.of() : store.topics().search(words));
    }

    private static Reply page(Call call, List<Topic> found) {
        Html results = call.has("search_keywords") ? ForumViews.topics(call, found) : Html.EMPTY;
        return Reply.page(
                "Search",
                call.html(
                        """
                        <form class="card form" method="get" action="~/jforum.page" role="search"><h1>Search</h1>{}{}
                        <p class="actions"><button class="button">Search</button></p></form>{}""",
                        Widgets.target("search", "search"),
                        Widgets.field("Words", "search_keywords", "search", call.get("search_keywords")),
                        results));
    }
}
