package org.migrationmodes.wiki;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.plugin.Registration;

/** The container's doorway (Servlet 6.0, section 8.2.4): registers {@link WikiModeFilter} in front of the host. */
public final class WikiPlugin implements ServletContainerInitializer {
    /** For the container. */
    public WikiPlugin() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        Registration.register(context, WikiModeFilter.class);
    }
}
