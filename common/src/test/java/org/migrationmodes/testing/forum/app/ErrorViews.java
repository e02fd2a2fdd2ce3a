package org.migrationmodes.testing.forum.app;

import java.util.Objects;

/** Error pages, with status 200. */
final class ErrorViews {
    private ErrorViews() {}

    static Reply notFound(Call call, NotFoundException e) {
        return page(call, Objects.requireNonNullElse(e.getMessage(), "not found"));
    }

    static Reply failed(Call call) {
        return page(call, "An error has occurred");
    }

    private static Reply page(Call call, String text) {
        return Reply.page("Error", call.html("""
                        <section class="card narrow"><h1>Off the rope</h1><p>{}.</p>
                        <p><a href="~/forums/list.page">Back to the forums</a></p></section>""", text));
    }
}
