package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Pages of the private messages. */
final class PmViews {
    private PmViews() {}

    static Html box(Call call, String title, List<Message> messages) {
        List<Html> rows = messages.stream()
                .map(message -> call.html(
                        """
                        <li class="row">{}<div class="what"><a class="title" href="~/pm/read/{}.page">{}</a>
                        <p class="quiet">from {} to {}</p></div><p class="last quiet">{}</p></li>""",
                        Widgets.avatar(message.from()),
                        message.id(),
                        message.subject(),
                        message.from(),
                        message.to(),
                        Widgets.time(message.sent())))
                .toList();
        return call.html(
                """
                <div class="bar"><h1>{}</h1><p class="actions"><a href="~/pm/inbox.page">Inbox</a>
                <a href="~/pm/sentbox.page">Sent</a><a class="button" href="~/pm/send.page">Write</a></p></div>
                <section class="card"><ul class="rows">{}</ul>{}</section>""", title, Html.join(rows), Widgets.empty("No messages.").when(messages.isEmpty()));
    }

    static Html message(Call call, Message message) {
        return call.html(
                """
                <h1>{}</h1><article class="card post"><header>{}<p class="who">
                <a href="~/user/profile/{}.page">{}</a></p><p class="quiet when">{}</p></header>{}
                <footer><p class="actions"><a href="~/pm/reply/{}.page">Reply</a><a href="~/pm/quote/{}.page">Quote</a>
                <a href="~/pm/delete/{}.page">Delete</a></p></footer></article>""",
                message.subject(),
                Widgets.avatar(message.from()),
                message.fromId(),
                message.from(),
                Widgets.time(message.sent()),
                Markup.render(message.text()),
                message.id(),
                message.id(),
                message.id());
    }

    static Html form(Call call, String to, String subject, String text, Html above) {
        return call.html(
                """
                <h1>Write a message</h1>{}
                <form class="card form" method="post" action="~/jforum.page" enctype="multipart/form-data">{}{}{}{}
                <p class="actions"><button class="button">Send</button>
                <button class="button plain" name="preview" value="1">Preview</button>
                <a href="~/pm/findUser.page">Find a member</a></p></form>""",
                above,
                Widgets.target("pm", "sendSave"),
                Widgets.field("To", "toUsername", "text", to),
                Widgets.field("Subject", "subject", "text", subject),
                Widgets.area("Message", "message", 8, text));
    }

    static Html find(Call call, String part, List<User> users) {
        List<Html> rows = users.stream()
                .map(user -> call.html("<li><a href=\"~/pm/sendTo/{}.page\">{}</a></li>", user.id(), user.name()))
                .toList();
        return call.html(
                """
                <form class="card form narrow" method="post" action="~/jforum.page"><h1>Find a member</h1>{}{}
                <ul>{}</ul><p class="actions"><button class="button">Find</button></p></form>""",
                Widgets.target("pm", "findUser"),
                Widgets.field("Part of the name", "username", "text", part),
                Html.join(rows));
    }
}
