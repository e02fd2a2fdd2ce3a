package org.migrationmodes.testing.forum.app;

/** ActionModule {@code adminForums}. */
final class AdminForumsModule extends ActionModule {
    private static final String NAME = "adminForums";
    private final BoardStore boards;

    AdminForumsModule(ForumStore store) {
        this.boards = store.boards();
        on("list", this::list);
        on("insert", call -> form(call, "insertSave", Widgets.hidden("category_id", 1), "", ""));
        on("edit", this::edit);
        on("insertSave", this::insertSave);
        on("editSave", this::editSave);
        on("delete", this::delete);
        on("up", call -> move(call, -1));
        on("down", call -> move(call, 1));
    }

    private Reply list(Call call) {
        return AdminViews.list(
                call,
                NAME,
                "forum_id",
                boards.forums().stream()
                        .map(forum -> new AdminRecord(forum.id(), forum.name(), forum.description()))
                        .toList());
    }

    private Reply edit(Call call) {
        Forum forum = boards.forum(call.number("forum_id"));
        return form(call, "editSave", Widgets.hidden("forum_id", forum.id()), forum.name(), forum.description());
    }

    private static Reply form(Call call, String action, Html ids, String name, String description) {
        Html fields = Html.of(
                "{}{}",
                Widgets.field("Name", "forum_name", "text", name),
                Widgets.field("Description", "description", "text", description));
        return AdminViews.form(call, NAME, action, ids, fields);
    }

    private Reply insertSave(Call call) {
        boards.addForum(call.number("category_id"), call.get("forum_name"), call.get("description"));
        return AdminViews.back(NAME);
    }

    private Reply editSave(Call call) {
        boards.saveForum(call.number("forum_id"), call.get("forum_name"), call.get("description"));
        return AdminViews.back(NAME);
    }

    private Reply delete(Call call) {
        call.numbers("forum_id").forEach(boards::deleteForum);
        return AdminViews.back(NAME);
    }

    private Reply move(Call call, int steps) {
        boards.moveForum(call.number("forum_id"), steps);
        return AdminViews.back(NAME);
    }
}
