package org.migrationmodes.testing.forum.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A module: actions by name. Every module has a list, which answers for actions that do not exist. */
abstract class ActionModule {
    private final Map<String, Action> actions = new LinkedHashMap<>();

    final void on(String name, Action action) {
        actions.put(name, action);
    }

    Optional<Action> find(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    final Reply run(String name, Call call) {
        return find(name).or(() -> find("list")).orElseThrow().run(call);
    }
}
