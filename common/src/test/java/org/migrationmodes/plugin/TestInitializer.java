package org.migrationmodes.plugin;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the plugins' jars do, for the filters that a context-param names. */
public final class TestInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        switch (String.valueOf(context.getInitParameter("plugins"))) {
            case "one" -> Registration.register(context, TestPluginFilter.class);
            case "two" -> {
                Registration.register(context, OtherPluginFilter.class);
                Registration.register(context, TestPluginFilter.class);
            }
            case "broken" -> Registration.register(context, BrokenPluginFilter.class);
            default -> {}
        }
    }
}
