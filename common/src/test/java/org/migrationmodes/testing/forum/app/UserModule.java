package org.migrationmodes.testing.forum.app;

/** ActionModule {@code user}: members and profiles. Ways in are in {@link Registration} and {@link Login}. */
final class UserModule extends ActionModule {
    private final ForumStore store;

    UserModule(ForumStore store) {
        this.store = store;
        on("list", this::list);
        on("listGroup", this::list);
        on("searchKarma", this::list);
        on("profile", this::profile);
        on("edit", this::edit);
        on("editSave", this::editSave);
        Login login = new Login(store.users());
        on("login", login::form);
        on("validateLogin", login::validate);
        on("logout", login::logout);
        Registration registration = new Registration(store.users());
        on("insert", registration::form);
        on("acceptAgreement", registration::form);
        on("insertSave", registration::save);
        on("activateAccount", registration::activate);
        PasswordRecovery recovery = new PasswordRecovery(store.users());
        on("lostPassword", recovery::lostForm);
        on("lostPasswordSend", recovery::lostSend);
        on("recoverPassword", recovery::recoverForm);
        on("recoverPasswordValidate", recovery::recover);
    }

    private Reply list(Call call) {
        return Reply.page("Members", UserViews.members(call, store.users().members()));
    }

    private Reply profile(Call call) {
        User user = store.users().get(call.number("user_id"));
        return Reply.page(user.name(), UserViews.profile(call, user));
    }

    private Reply edit(Call call) {
        User user = subject(call);
        return Reply.page("Edit profile", UserViews.edit(call, user));
    }

    private Reply editSave(Call call) {
        User user = subject(call);
        store.users()
                .saveProfile(
                        user.id(),
                        call.has("email") ? call.get("email") : user.email(),
                        call.get("location"),
                        call.get("signature"));
        if (call.has("new_password")) {
            store.users().setPassword(user.id(), call.get("new_password"));
        }
        return Reply.redirect("/user/profile/%d.page", user.id());
    }

    private User subject(Call call) {
        return store.users()
                .get(call.has("user_id") ? call.number("user_id") : call.user().id());
    }
}
