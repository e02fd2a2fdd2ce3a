package org.migrationmodes.testing.forum.app;

/** ActionModule {@code js}: scripts that the forum renders, with texts in the visitor's language in a real JForum. */
final class ScriptModule extends ActionModule {
    ScriptModule() {
        on(
                "list",
                call -> new Reply.Text(
                        "text/javascript; charset=UTF-8",
                        "var forumTexts = {\"saved\": \"Saved.\", \"tag\": \"<body>\"};\n"));
    }
}
