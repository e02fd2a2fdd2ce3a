package org.migrationmodes.testing.forum.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;

/** One request as an action sees it. */
final class Call {
    private static final String USER = "forum.user";
    private static final String ALL_READ = "forum.allRead";

    private final HttpServletRequest request;
    private final Parameters parameters;
    private final User user;

    Call(HttpServletRequest request, Parameters parameters, UserStore users) {
        this.request = request;
        this.parameters = parameters;
        HttpSession session = request.getSession(false);
        Object id = session == null ? null : session.getAttribute(USER);
        this.user =
                users.find(id instanceof Integer number ? number : User.GUEST).orElseGet(() -> users.get(User.GUEST));
    }

    /** The visitor; the guest where nobody has logged in. */
    User user() {
        return user;
    }

    String context() {
        return request.getContextPath();
    }

    String origin() {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort() + context();
    }

    String ip() {
        return request.getRemoteAddr();
    }

    String get(String name) {
        return parameters.get(name);
    }

    int number(String name) {
        return parameters.number(name);
    }

    int start() {
        return Math.max(0, number("start"));
    }

    boolean has(String name) {
        return !parameters.get(name).isBlank();
    }

    List<Integer> numbers(String name) {
        return parameters.all(name).stream()
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    List<Upload> uploads() {
        return parameters.uploads();
    }

    boolean preview() {
        return "1".equals(get("preview"));
    }

    void login(User newcomer) {
        request.getSession().setAttribute(USER, newcomer.id());
    }

    void logout() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    void markAllRead() {
        request.getSession().setAttribute(ALL_READ, true);
    }

    boolean allRead() {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ALL_READ) != null;
    }

    /** Fills a template; {@code ~/} in the template stands for the forum's root. */
    Html html(String template, Object... values) {
        return Html.of(template.replace("~/", Html.escape(context()) + "/"), values);
    }
}
