package org.migrationmodes.testing;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands for a plugin: packed into a jar, it adds a servlet. */
public final class EchoInitializer implements ServletContainerInitializer {
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        context.addServlet("added", EchoServlet.class.getName()).addMapping("/added");
    }
}
