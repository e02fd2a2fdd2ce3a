package org.migrationmodes.testing.forum.app;

import java.util.List;

/** ActionModule {@code userApi}: members for a program, in XML. */
final class UserApiModule extends ActionModule {
    private final UserStore users;

    UserApiModule(ForumStore store) {
        this.users = store.users();
        on("list", this::list);
        on("insert", this::insert);
    }

    private Reply list(Call call) {
        List<Html> all = users.members().stream()
                .map(user -> Html.of("<user id=\"{}\" name=\"{}\"/>", user.id(), user.name()))
                .toList();
        return PostApiModule.xml(Html.join(all).toString());
    }

    private Reply insert(Call call) {
        String name = call.get("username");
        if (name.isBlank() || users.byName(name).isPresent()) {
            return PostApiModule.xml("<error>name missing or taken</error>");
        }
        int id = users.add(name, call.get("email"), call.get("password"));
        return PostApiModule.xml("<user id=\"" + id + "\"/>");
    }
}
