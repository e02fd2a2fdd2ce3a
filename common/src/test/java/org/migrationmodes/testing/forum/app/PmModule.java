package org.migrationmodes.testing.forum.app;

import java.util.List;

/** ActionModule {@code pm}: private messages. */
final class PmModule extends ActionModule {
    private final ForumStore store;

    PmModule(ForumStore store) {
        this.store = store;
        on("list", this::inbox);
        on("inbox", this::inbox);
        on("sentbox", this::sentbox);
        on("read", this::read);
        on("review", this::read);
        on("send", call -> form(call, "", "", "", Html.EMPTY));
        on("sendTo", this::sendTo);
        on("reply", call -> answer(call, false));
        on("quote", call -> answer(call, true));
        on("sendSave", this::sendSave);
        on("delete", this::delete);
        on("findUser", this::findUser);
    }

    private Reply inbox(Call call) {
        List<Message> messages = store.messages().inbox(call.user().id());
        return Reply.page("Messages", PmViews.box(call, "Inbox", messages));
    }

    private Reply sentbox(Call call) {
        List<Message> messages = store.messages().sent(call.user().id());
        return Reply.page("Messages", PmViews.box(call, "Sent", messages));
    }

    private Reply read(Call call) {
        Message message = store.messages().get(call.number("id"));
        return Reply.page(message.subject(), PmViews.message(call, message));
    }

    private Reply sendTo(Call call) {
        return form(call, store.users().get(call.number("user_id")).name(), "", "", Html.EMPTY);
    }

    private Reply answer(Call call, boolean quote) {
        Message message = store.messages().get(call.number("id"));
        String text = quote ? "[quote=" + message.from() + "]" + message.text() + "[/quote]\n" : "";
        return form(call, message.from(), "Re: " + message.subject(), text, Html.EMPTY);
    }

    private Reply sendSave(Call call) {
        String to = call.get("toUsername");
        String subject = call.get("subject");
        String text = call.get("message");
        if (call.preview()) {
            return form(call, to, subject, text, PostForms.preview(subject, text));
        }
        return store.users()
                .byName(to)
                .map(user -> {
                    store.messages().send(call.user().id(), user.id(), subject, text);
                    return (Reply) Reply.redirect("/pm/sentbox.page");
                })
                .orElseGet(() -> form(call, to, subject, text, Widgets.note("There is nobody of that name.")));
    }

    private Reply delete(Call call) {
        call.numbers("id").forEach(store.messages()::delete);
        return Reply.redirect("/pm/inbox.page");
    }

    private Reply findUser(Call call) {
        String part = call.get("username");
        return Reply.page(
                "Find a member", PmViews.find(call, part, store.users().search(part)));
    }

    private static Reply form(Call call, String to, String subject, String text, Html above) {
        return Reply.page("Write a message", PmViews.form(call, to, subject, text, above));
    }
}
