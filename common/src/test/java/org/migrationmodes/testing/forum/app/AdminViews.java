package org.migrationmodes.testing.forum.app;

import java.util.List;

/** Pages of the administration. */
final class AdminViews {
    private static final List<String> MENU = List.of(
            "adminCategories",
            "adminForums",
            "adminUsers",
            "adminGroups",
            "adminRankings",
            "adminBanlist",
            "adminBadWords",
            "adminConfig",
            "adminCache");

    private AdminViews() {}

    static Reply list(Call call, String module, String idName, List<AdminRecord> records) {
        List<Html> rows =
                records.stream().map(row -> row(call, module, idName, row)).toList();
        return Reply.page(
                "Administration",
                call.html(
                        """
                        {}<div class="bar"><h1>{}</h1><p class="actions">
                        <a class="button" href="~/{}/insert.page">New</a></p></div>
                        <section class="card"><ul class="rows">{}</ul>{}</section>""",
                        menu(call),
                        title(module),
                        module,
                        Html.join(rows),
                        Widgets.empty("Nothing here.").when(rows.isEmpty())));
    }

    private static Html row(Call call, String module, String idName, AdminRecord row) {
        String url = "jforum.page?module=" + module + "&" + idName + "=" + row.id() + "&action=";
        return call.html("""
                <li class="row"><div class="what"><b>{}</b><p class="quiet">{}</p></div>
                <p class="actions"><a href="~/{}">Edit</a><a href="~/{}">Up</a><a href="~/{}">Down</a>
                <a href="~/{}">Delete</a></p></li>""", row.name(), row.content(), url + "edit", url + "up", url + "down", url + "delete");
    }

    static Reply form(Call call, String module, String action, Html ids, Html fields) {
        return Reply.page(
                "Administration",
                call.html("""
                        {}<form class="card form narrow" method="post" action="~/jforum.page"><h1>{}</h1>{}{}{}
                        <p class="actions"><button class="button">Save</button></p></form>""", menu(call), title(module), Widgets.target(module, action), ids, fields));
    }

    static Reply back(String module) {
        return Reply.redirect("/%s/list.page", module);
    }

    private static Html menu(Call call) {
        List<Html> items = MENU.stream()
                .map(module -> call.html("<li><a href=\"~/{}/list.page\">{}</a></li>", module, title(module)))
                .toList();
        return Html.of("<nav class=\"crumbs\" aria-label=\"Administration\"><ol>{}</ol></nav>", Html.join(items));
    }

    private static String title(String module) {
        return module.substring("admin".length());
    }
}
