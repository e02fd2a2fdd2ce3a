package org.migrationmodes.testing.forum.app;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An admin module whose rows have a name and a text. What an action does follows from its name, as it does over all of
 * JForum's admin modules: {@code …Save}, {@code …Update} save, {@code …Clear}, {@code …Reload} are deeds by GET.
 */
final class AdminRecordsModule extends ActionModule {
    private static final Pattern SAVES = Pattern.compile("save|\\w*(?:Save|Update)");
    private static final Pattern DEEDS = Pattern.compile("\\w+(?:Clear|Reload)");

    private final String name;
    private final AdminStore records;

    AdminRecordsModule(String name, AdminStore records) {
        this.name = name;
        this.records = records;
        on("list", call -> AdminViews.list(call, name, "id", records.of(name)));
        on("insert", call -> form(call, "insertSave", Html.EMPTY, "", ""));
        on("edit", this::edit);
        on("insertSave", this::insertSave);
        on("delete", this::delete);
        on("up", call -> move(call, -1));
        on("down", call -> move(call, 1));
    }

    @Override
    Optional<Action> find(String action) {
        return super.find(action).or(() -> byName(action));
    }

    private Optional<Action> byName(String action) {
        if (SAVES.matcher(action).matches()) {
            return Optional.of(this::save);
        }
        return DEEDS.matcher(action).matches() ? Optional.of(call -> deed(action)) : Optional.empty();
    }

    private Reply edit(Call call) {
        AdminRecord row = records.get(name, call.number("id"));
        return form(call, "editSave", Widgets.hidden("id", row.id()), row.name(), row.content());
    }

    private Reply form(Call call, String action, Html ids, String label, String content) {
        Html fields = Html.of(
                "{}{}",
                Widgets.field("Name", "name", "text", label),
                Widgets.field("Content", "content", "text", content));
        return AdminViews.form(call, name, action, ids, fields);
    }

    private Reply insertSave(Call call) {
        records.add(name, call.get("name"), call.get("content"));
        return AdminViews.back(name);
    }

    /** A row that is not named by its id is a new one. */
    private Reply save(Call call) {
        if (call.has("id")) {
            records.save(name, call.number("id"), call.get("name"), call.get("content"));
            return AdminViews.back(name);
        }
        return insertSave(call);
    }

    private Reply deed(String action) {
        records.add(name, action, "done");
        return AdminViews.back(name);
    }

    private Reply delete(Call call) {
        call.numbers("id").forEach(id -> records.delete(name, id));
        return AdminViews.back(name);
    }

    private Reply move(Call call, int steps) {
        records.move(name, call.number("id"), steps);
        return AdminViews.back(name);
    }
}
