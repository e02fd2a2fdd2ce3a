package org.migrationmodes.testing.forum.app;

/** ActionModule {@code adminUsers}: two of its POSTs only search. */
final class AdminUsersModule extends ActionModule {
    private static final String NAME = "adminUsers";
    private final ForumStore store;

    AdminUsersModule(ForumStore store) {
        this.store = store;
        on("list", call -> found(call, ""));
        on("search", call -> found(call, call.get("username")));
        on("ipSearch", this::ipSearch);
        on("edit", this::edit);
        on("groups", this::groups);
        on("editSave", this::editSave);
        on("groupsSave", this::groupsSave);
        on("delete", this::lock);
    }

    private Reply found(Call call, String part) {
        return AdminViews.list(
                call,
                NAME,
                "user_id",
                store.users().search(part).stream()
                        .map(user -> new AdminRecord(user.id(), user.name(), user.groups()))
                        .toList());
    }

    private Reply ipSearch(Call call) {
        return AdminViews.list(
                call,
                NAME,
                "user_id",
                store.posts().fromAddress(call.get("ip")).stream()
                        .map(post -> new AdminRecord(post.userId(), post.author(), post.subject()))
                        .toList());
    }

    private Reply edit(Call call) {
        User user = store.users().get(call.number("user_id"));
        Html fields = Html.of(
                "{}{}{}",
                Widgets.field("E-mail", "email", "email", user.email()),
                Widgets.field("From", "location", "text", user.location()),
                Widgets.area("Signature", "signature", 2, user.signature()));
        return AdminViews.form(call, NAME, "editSave", Widgets.hidden("user_id", user.id()), fields);
    }

    private Reply groups(Call call) {
        User user = store.users().get(call.number("user_id"));
        return AdminViews.form(
                call,
                NAME,
                "groupsSave",
                Widgets.hidden("user_id", user.id()),
                Widgets.field("Groups", "groups", "text", user.groups()));
    }

    private Reply editSave(Call call) {
        store.users()
                .saveProfile(call.number("user_id"), call.get("email"), call.get("location"), call.get("signature"));
        return AdminViews.back(NAME);
    }

    private Reply groupsSave(Call call) {
        store.users().saveGroups(call.number("user_id"), call.get("groups"));
        return AdminViews.back(NAME);
    }

    /** A member who wrote something is never removed, only locked out, and let in again by a second call. */
    private Reply lock(Call call) {
        for (int id : call.numbers("user_id")) {
            store.users().setActive(id, !store.users().get(id).active());
        }
        return AdminViews.back(NAME);
    }
}
