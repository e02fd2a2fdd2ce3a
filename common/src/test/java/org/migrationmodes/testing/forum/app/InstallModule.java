package org.migrationmodes.testing.forum.app;

/** ActionModule {@code install}: what JForum's installer leaves reachable. */
final class InstallModule extends ActionModule {
    private final AdminStore records;

    InstallModule(AdminStore records) {
        this.records = records;
        on("list", this::welcome);
        on("doInstall", this::install);
    }

    private Reply welcome(Call call) {
        return Reply.page("Installation", call.html("""
                        <form class="card form narrow" method="post" action="~/install/install.page"><h1>Installation</h1>
                        {}<p>The forum is installed already.</p>
                        <p class="actions"><button class="button">Install again</button></p></form>""", Widgets.target("install", "doInstall")));
    }

    private Reply install(Call call) {
        records.add("install", "installed", call.get("database"));
        return Reply.redirect("/forums/list.page");
    }
}
