package org.migrationmodes.testing.forum.app;

import java.util.List;

/** ActionModule {@code bookmarks}. */
final class BookmarksModule extends ActionModule {
    private final ForumStore store;

    BookmarksModule(ForumStore store) {
        this.store = store;
        on("list", this::list);
        on("insert", this::insert);
        on("edit", this::edit);
        on("insertSave", this::insertSave);
        on("updateSave", this::updateSave);
        on("delete", this::delete);
    }

    private Reply list(Call call) {
        List<Html> rows = store.bookmarks().of(call.user().id()).stream()
                .map(bookmark -> call.html(
                        """
                        <li class="row"><div class="what"><a class="title" href="~/{}">{}</a><p class="quiet">{}</p></div>
                        <p class="actions"><a href="~/bookmarks/edit/{}.page">Edit</a>
                        <a href="~/bookmarks/delete/{}.page">Remove</a></p></li>""", bookmark.path(), bookmark.title(), bookmark.description(), bookmark.id(), bookmark.id()))
                .toList();
        return Reply.page(
                "Bookmarks",
                Html.of(
                        "<h1>Bookmarks</h1><section class=\"card\"><ul class=\"rows\">{}</ul></section>",
                        Html.join(rows)));
    }

    private Reply insert(Call call) {
        int type = call.number("relation_type");
        int relation = call.number("relation_id");
        String title = type == 2 ? store.topics().get(relation).title() : "";
        Html ids = Html.of("{}{}", Widgets.hidden("relation_type", type), Widgets.hidden("relation_id", relation));
        return form(call, "insertSave", ids, title, "");
    }

    private Reply edit(Call call) {
        Bookmark bookmark = store.bookmarks().get(call.number("id"));
        Html id = Widgets.hidden("id", bookmark.id());
        return form(call, "updateSave", id, bookmark.title(), bookmark.description());
    }

    private static Reply form(Call call, String action, Html ids, String title, String description) {
        return Reply.page(
                "Bookmark",
                call.html(
                        """
                        <form class="card form narrow" method="post" action="~/jforum.page"><h1>Bookmark</h1>{}{}{}{}
                        <p class="actions"><button class="button">Save</button></p></form>""",
                        Widgets.target("bookmarks", action),
                        ids,
                        Widgets.field("Title", "title", "text", title),
                        Widgets.field("Description", "description", "text", description)));
    }

    private Reply insertSave(Call call) {
        store.bookmarks()
                .add(
                        call.user().id(),
                        call.number("relation_type"),
                        call.number("relation_id"),
                        call.get("title"),
                        call.get("description"));
        return Reply.redirect("/bookmarks/list.page");
    }

    private Reply updateSave(Call call) {
        store.bookmarks().save(call.number("id"), call.get("title"), call.get("description"));
        return Reply.redirect("/bookmarks/list.page");
    }

    private Reply delete(Call call) {
        store.bookmarks().delete(call.number("id"));
        return Reply.redirect("/bookmarks/list.page");
    }
}
