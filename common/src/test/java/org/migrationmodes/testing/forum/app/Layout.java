package org.migrationmodes.testing.forum.app;

/** The frame of every page. */
final class Layout {
    private Layout() {}

    static Html page(Call call, Reply.Page page) {
        return call.html("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{} - The Upper Station</title>
                <link rel="stylesheet" href="~/forum.css">
                <link rel="icon" href="~/logo.svg" type="image/svg+xml">
                <link rel="alternate" type="application/rss+xml" title="New posts" href="~/rss/recentTopics.page">
                <script src="~/forum.js" defer></script>
                </head>
                <body>
                <header class="top">
                <div class="wide">
                <a class="brand" href="~/forums/list.page"><img src="~/logo.svg" alt="" width="44" height="44">
                <span><strong>The Upper Station</strong><small>A forum for friends of mountain ropeways</small></span></a>
                <form class="find" method="get" action="~/jforum.page" role="search">{}
                <input type="search" name="search_keywords" aria-label="Search the forum" placeholder="Search">
                </form>
                </div>
                </header>
                <nav class="menu" aria-label="Main"><div class="wide"><ul>
                <li><a href="~/forums/list.page">Forums</a></li>
                <li><a href="~/recentTopics/list.page">Recent</a></li>
                <li><a href="~/hottestTopics/list.page">Hottest</a></li>
                <li><a href="~/topDownloads/list.page">Downloads</a></li>
                <li><a href="~/user/list.page">Members</a></li>
                <li><a href="~/pm/inbox.page">Messages</a></li>
                <li><a href="~/bookmarks/list.page">Bookmarks</a></li>
                {}
                </ul></div></nav>
                <main class="wide" id="main">
                {}
                </main>
                <footer class="wide foot">
                <p>The Upper Station, 2 318 m. Last car down at 16:40.</p>
                <p><a href="~/rss/recentTopics.page">RSS</a> <a href="~/search/filters.page">Search</a>
                <a href="~/moderation/showActivityLog.page">Moderation log</a>
                <a href="~/adminForums/list.page">Administration</a></p>
                </footer>
                </body>
                </html>
                """, page.title(), Widgets.target("search", "search"), visitor(call), page.body());
    }

    private static Html visitor(Call call) {
        User user = call.user();
        if (user.guest()) {
            return call.html("""
                    <li class="right"><a href="~/user/insert.page">Register</a></li>
                    <li><a class="button small" href="~/user/login.page">Log in</a></li>""");
        }
        return call.html("""
                <li class="right"><a class="me" href="~/user/profile/{}.page">{} {}</a></li>
                <li><a href="~/user/logout.page">Log out</a></li>""", user.id(), Widgets.avatar(user.name()), user.name());
    }
}
