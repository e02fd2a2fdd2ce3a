package org.migrationmodes.forum;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationmodes.plugin.Registration;

/** The container's doorway (Servlet 6.0, section 8.2.4): registers {@link ForumModeFilter} in front of the host. */
public final class ForumPlugin implements ServletContainerInitializer {
    /** For the container. */
    public ForumPlugin() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        Registration.register(context, ForumModeFilter.class);
    }
}
