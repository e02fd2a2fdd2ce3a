package org.migrationmodes.testing.forum.app;

/** ActionModule {@code adminCategories}. */
final class AdminCategoriesModule extends ActionModule {
    private static final String NAME = "adminCategories";
    private final BoardStore boards;

    AdminCategoriesModule(ForumStore store) {
        this.boards = store.boards();
        on("list", this::list);
        on("insert", call -> form(call, "insertSave", Html.EMPTY, ""));
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
                "category_id",
                boards.categories().stream()
                        .map(category -> new AdminRecord(category.id(), category.title(), ""))
                        .toList());
    }

    private Reply edit(Call call) {
        Category category = boards.category(call.number("category_id"));
        return form(call, "editSave", Widgets.hidden("category_id", category.id()), category.title());
    }

    private static Reply form(Call call, String action, Html ids, String title) {
        return AdminViews.form(call, NAME, action, ids, Widgets.field("Title", "category_name", "text", title));
    }

    private Reply insertSave(Call call) {
        boards.addCategory(call.get("category_name"));
        return AdminViews.back(NAME);
    }

    private Reply editSave(Call call) {
        boards.saveCategory(call.number("category_id"), call.get("category_name"));
        return AdminViews.back(NAME);
    }

    private Reply delete(Call call) {
        call.numbers("category_id").forEach(boards::deleteCategory);
        return AdminViews.back(NAME);
    }

    private Reply move(Call call, int steps) {
        boards.moveCategory(call.number("category_id"), steps);
        return AdminViews.back(NAME);
    }
}
