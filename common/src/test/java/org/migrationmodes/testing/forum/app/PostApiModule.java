package org.migrationmodes.testing.forum.app;

/** ActionModule {@code postApi}: writes a post for a program, by GET or POST, and answers in XML. */
final class PostApiModule extends ActionModule {
    private final ForumStore store;

    PostApiModule(ForumStore store) {
        this.store = store;
        on("list", call -> xml("<error>no action</error>"));
        on("insert", this::insert);
    }

    private Reply insert(Call call) {
        User author = store.users().byName(call.get("username")).orElse(call.user());
        String subject = call.get("subject");
        int topic = call.has("topic_id")
                ? store.topics().get(call.number("topic_id")).id()
                : store.topics()
                        .add(store.boards().forum(call.number("forum_id")).id(), author.id(), subject);
        int post = store.posts().add(topic, author.id(), subject, call.get("message"), call.ip());
        return xml("<topic id=\"" + topic + "\"/><post id=\"" + post + "\"/>");
    }

    static Reply xml(String content) {
        return new Reply.Text(
                "text/xml; charset=UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<api>" + content + "</api>\n");
    }
}
