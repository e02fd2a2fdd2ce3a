package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Members and their profiles. */
final class UserViews {
    private UserViews() {}

    static Html members(Call call, List<User> users) {
        List<Html> rows = users.stream()
                .map(user -> call.html(
                        """
                        <li class="row">{}<div class="what"><a class="title" href="~/user/profile/{}.page">{}</a>
                        <p class="quiet">{}</p></div><p class="number"><b>{}</b> posts</p>
                        <p class="number"><b>{}</b> karma</p></li>""",
                        Widgets.avatar(user.name()),
                        user.id(),
                        user.name(),
                        user.title(),
                        user.posts(),
                        user.karma()))
                .toList();
        return Html.of(
                "{}<h1>Members</h1><section class=\"card\"><ul class=\"rows\">{}</ul></section>",
                Widgets.crumbs(call, Html.of("Members")),
                Html.join(rows));
    }

    static Html profile(Call call, User user) {
        return call.html(
                """
                {}<section class="card profile">{}
                <div><h1>{}</h1><p class="quiet">{}</p>
                <dl><dt>From</dt><dd>{}</dd><dt>Joined</dt><dd>{}</dd><dt>Posts</dt>
                <dd><a href="~/posts/listByUser/0/{}.page">{}</a></dd><dt>Karma</dt><dd>{}</dd></dl>
                <p class="signature">{}</p>
                <p class="actions"><a class="button" href="~/pm/sendTo/{}.page">Write a message</a>
                <a href="~/user/edit/{}.page">Edit profile</a></p></div></section>""",
                Widgets.crumbs(call, call.html("<a href=\"~/user/list.page\">Members</a>"), Html.of("{}", user.name())),
                Widgets.avatar(user.name()),
                user.name(),
                user.title(),
                user.location().isEmpty() ? "somewhere" : user.location(),
                Widgets.time(user.joined()),
                user.id(),
                user.posts(),
                user.karma(),
                user.signature(),
                user.id(),
                user.id());
    }

    static Html edit(Call call, User user) {
        return call.html(
                """
                <form class="card form narrow" method="post" action="~/jforum.page" enctype="multipart/form-data">
                <h1>Profile of {}</h1>{}{}{}{}{}{}
                <p class="actions"><button class="button">Save</button></p></form>""",
                user.name(),
                Widgets.target("user", "editSave"),
                Widgets.hidden("user_id", user.id()),
                Widgets.field("E-mail", "email", "email", user.email()),
                Widgets.field("From", "location", "text", user.location()),
                Widgets.area("Signature", "signature", 2, user.signature()),
                Widgets.field("New password", "new_password", "password", ""));
    }

    static Html posts(Call call, User user, List<Post> posts) {
        List<Html> rows = posts.stream()
                .map(post -> call.html(
                        """
                        <article class="card post"><header><p class="who">
                        <a href="~/posts/preList/{}/{}.page">{}</a></p><p class="quiet when">{}</p></header>{}</article>""",
                        post.topicId(),
                        post.id(),
                        post.subject(),
                        Widgets.time(post.created()),
                        Markup.render(post.message())))
                .toList();
        return Html.of("<h1>Posts of {}</h1>{}", user.name(), Html.join(rows));
    }
}
