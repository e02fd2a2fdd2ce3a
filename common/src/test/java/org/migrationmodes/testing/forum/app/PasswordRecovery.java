package org.migrationmodes.testing.forum.app;

import java.util.UUID;

/** Lost passwords. No mail is sent: the key lies in the database. */
final class PasswordRecovery {
    private final UserStore users;

    PasswordRecovery(UserStore users) {
        this.users = users;
    }

    Reply lostForm(Call call) {
        return Reply.page(
                "Lost password",
                call.html(
                        """
                        <form class="card form narrow" method="post" action="~/jforum.page"><h1>Lost password</h1>{}{}
                        <p class="actions"><button class="button">Send me a link</button></p></form>""",
                        Widgets.target("user", "lostPasswordSend"),
                        Widgets.field("Name", "username", "text", "")));
    }

    Reply lostSend(Call call) {
        users.lostPassword(call.get("username"), UUID.randomUUID().toString());
        return say("If we know that name, a link is on its way.");
    }

    Reply recoverForm(Call call) {
        return Reply.page(
                "New password",
                call.html(
                        """
                        <form class="card form narrow" method="post" action="~/jforum.page"><h1>New password</h1>{}{}{}
                        <p class="actions"><button class="button">Set</button></p></form>""",
                        Widgets.target("user", "recoverPasswordValidate"),
                        Widgets.hidden("recoverHash", call.get("hash")),
                        Widgets.field("New password", "newPassword", "password", "")));
    }

    Reply recover(Call call) {
        return users.byRecoverKey(call.get("recoverHash"))
                .map(user -> {
                    users.setPassword(user.id(), call.get("newPassword"));
                    return say("The new password is set.");
                })
                .orElseGet(() -> say("This link is not valid."));
    }

    private static Reply say(String text) {
        return Reply.page(
                "Password", Html.of("<section class=\"card narrow\"><h1>Password</h1><p>{}</p></section>", text));
    }
}
