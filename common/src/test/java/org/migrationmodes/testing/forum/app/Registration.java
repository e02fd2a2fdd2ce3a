package org.migrationmodes.testing.forum.app;

/** How one becomes a member. The captcha is shown and not checked. */
final class Registration {
    private final UserStore users;

    Registration(UserStore users) {
        this.users = users;
    }

    Reply form(Call call) {
        return form(call, Html.EMPTY);
    }

    private static Reply form(Call call, Html remark) {
        return Reply.page(
                "Register",
                call.html(
                        """
                        <form class="card form narrow" method="post" action="~/jforum.page"><h1>Come on board</h1>{}{}{}{}
                        <label class="field"><span>Password</span>
                        <input type="password" name="password" autocomplete="new-password"></label>
                        <label class="field"><span>The number in the picture</span>
                        <img class="captcha" src="~/captcha/generate/1.page" alt="A number" width="140" height="48">
                        <input type="text" name="captchaResponse" inputmode="numeric"></label>
                        <p class="actions"><button class="button">Register</button></p></form>""",
                        remark,
                        Widgets.target("user", "insertSave"),
                        Widgets.field("Name", "username", "text", call.get("username")),
                        Widgets.field("E-mail", "email", "email", call.get("email"))));
    }

    Reply save(Call call) {
        String name = call.get("username").strip();
        if (name.isEmpty() || !call.has("password")) {
            return form(call, Widgets.note("Please choose a name and a password."));
        }
        if (users.byName(name).isPresent()) {
            return form(call, Widgets.note("That name is taken."));
        }
        int id = users.add(name, call.get("email"), call.get("password"));
        call.login(users.get(id));
        return Reply.redirect("/user/profile/%d.page", id);
    }

    /** By GET, from a link in a mail. */
    Reply activate(Call call) {
        boolean right = users.activate(call.number("user_id"), call.get("hash"));
        return Reply.page(
                "Activation",
                Html.of(
                        "<section class=\"card narrow\"><h1>Activation</h1><p>{}</p></section>",
                        right ? "Your account is active." : "This link is not valid."));
    }
}
