package org.migrationmodes.testing.forum.app;

/** The way in and out of module {@code user}. */
final class Login {
    private final UserStore users;

    Login(UserStore users) {
        this.users = users;
    }

    Reply form(Call call) {
        return form(call, Html.EMPTY);
    }

    private static Reply form(Call call, Html remark) {
        return Reply.page(
                "Log in",
                call.html(
                        """
                        <form class="card form narrow" method="post" action="~/jforum.page"><h1>Log in</h1>{}{}{}
                        <label class="field"><span>Password</span>
                        <input type="password" name="password" autocomplete="current-password"></label>
                        <p class="actions"><button class="button">Log in</button>
                        <a href="~/user/lostPassword.page">Forgotten the password?</a></p></form>""",
                        remark,
                        Widgets.target("user", "validateLogin"),
                        Widgets.field("Name", "username", "text", call.get("username"))));
    }

    Reply validate(Call call) {
        return users.login(call.get("username"), call.get("password"))
                .map(user -> welcome(call, user))
                .orElseGet(() -> form(call, Widgets.note("That name and password do not fit together.")));
    }

    private Reply welcome(Call call, User user) {
        call.login(user);
        users.countVisit(user.id());
        return Reply.redirect("/forums/list.page");
    }

    Reply logout(Call call) {
        call.logout();
        return Reply.redirect("/forums/list.page");
    }
}
