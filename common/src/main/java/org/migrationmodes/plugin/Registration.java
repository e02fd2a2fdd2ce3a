package org.migrationmodes.plugin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;

/** How a dropped-in jar gets its filter to come first. */
public final class Registration {
    private Registration() {}

    /**
     * Puts a filter before all others, unless the web application names it by itself.
     *
     * @param context of the web application that is starting
     * @param filter the plugin's own
     */
    public static void register(ServletContext context, Class<? extends PluginFilter> filter) {
        List<? extends FilterRegistration> byHand = context.getFilterRegistrations().values().stream()
                .filter(registration -> filter.getName().equals(registration.getClassName()))
                .toList();
        if (!byHand.isEmpty()) {
            if (byHand.stream()
                    .noneMatch(
                            registration -> registration.getUrlPatternMappings().contains("/*"))) {
                System.getLogger(Registration.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "web.xml has a <filter> {0}, but no <filter-mapping> to /* for it: what it is not mapped"
                                        + " to is never refused",
                                filter.getName());
            }
            return;
        }
        FilterRegistration.Dynamic registration = context.addFilter(filter.getName(), filter);
        if (registration != null) {
            registration.setAsyncSupported(true);
            // isMatchAfter=false: before the filters of web.xml (Servlet 6.0, section 6.2.4)
            registration.addMappingForUrlPatterns(
                    EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
        }
    }
}
