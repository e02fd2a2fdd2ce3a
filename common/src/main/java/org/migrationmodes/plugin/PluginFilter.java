package org.migrationmodes.plugin;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The filter that a container knows. It starts the plugin with the web application and ends it with it. Several filters of
 * one plugin in a web application share what the first has started; a request that meets two of them is judged and shown the
 * banner once. It never keeps the host from starting.
 */
public abstract class PluginFilter implements Filter {
    private final System.Logger log = System.getLogger(PluginFilter.class.getName());
    private final Plugin plugin;
    private volatile @Nullable RunningPlugin running;
    private volatile boolean owner;

    /**
     * For the plugins' own filters, which containers make without arguments.
     *
     * @param plugin what tells it from others
     */
    protected PluginFilter(Plugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public void init(FilterConfig config) {
        ServletContext context = config.getServletContext();
        if (context.getAttribute(claim()) instanceof PluginFilter first) {
            log.log(
                    System.Logger.Level.INFO,
                    "The filter {0} is a second one of this plugin in the web application; they work as one",
                    config.getFilterName());
            running = first.running;
            return;
        }
        owner = true;
        context.setAttribute(claim(), this);
        try {
            running = RunningPlugin.start(plugin, config);
        } catch (RuntimeException | LinkageError e) {
            // An exception from here would take the whole web application down with it.
            log.log(
                    System.Logger.Level.ERROR,
                    "The " + plugin.service() + " plugin did not start, so NOTHING IS REFUSED and no banner is shown:"
                            + " if a migration is under way, stop this server. Please report this: " + e,
                    e);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RunningPlugin started = running;
        if (started != null
                && request instanceof HttpServletRequest httpRequest
                && response instanceof HttpServletResponse httpResponse) {
            started.filter().doFilter(httpRequest, httpResponse, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    public void destroy() {
        RunningPlugin started = running;
        running = null;
        if (started != null && owner) {
            started.close();
            started.context().removeAttribute(claim());
        }
        RecordMethods.forget();
    }

    private String claim() {
        return getClass().getName();
    }
}
