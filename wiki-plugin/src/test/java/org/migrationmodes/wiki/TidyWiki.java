package org.migrationmodes.wiki;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationmodes.testing.JspWiki;

/**
 * A wiki that can be collected after it was stopped. JSPWiki 2.11.2 as shipped cannot, since it leaves behind
 *
 * <ul>
 *   <li>the thread of its Lucene index, which begins with a minute of sleep: so this one searches without an index;
 *   <li>log4j's MBeans: so they are switched off;
 *   <li>in each thread that started it or served a page of it, the guest's session and log4j's context: so {@link
 *       #forgetSessions()} takes them away, and only them. Tomcat would replace its threads, and so hide what others
 *       leave in them.
 * </ul>
 *
 * <p>Its watchdog and its reaper of locks end by themselves, within a second.
 */
final class TidyWiki {
    private static final List<String> ITS_THREADS = List.of("JSPWiki ", "WatchDog for ");
    private static final List<String> ITS_OWN = List.of("org.apache.wiki.", "org.apache.logging.log4j.");

    private TidyWiki() {}

    static JspWiki install(Path folder) throws IOException {
        JspWiki wiki = JspWiki.install(folder, Map.of("jspwiki.searchProvider", "BasicSearchProvider"));
        Files.writeString(
                wiki.webappFolder().resolve("WEB-INF/classes/log4j2.component.properties"),
                "log4j2.disable.jmx=true\n");
        return wiki;
    }

    /** Whether a warning of Tomcat is of what a wiki without the plugin leaves behind too. */
    static boolean isItsOwn(String warning) {
        return ITS_THREADS.stream().anyMatch(name -> warning.contains("[" + name))
                || ITS_OWN.stream().anyMatch(name -> warning.contains("[" + name));
    }

    /** To be called when the wiki is stopped. */
    static void forgetSessions() {
        Thread.getAllStackTraces().keySet().forEach(TidyWiki::forgetSession);
    }

    private static void forgetSession(Thread thread) {
        Object locals = get(thread, Thread.class, "threadLocals");
        if (locals == null) {
            return;
        }
        Stream.of((Object[]) get(locals, locals.getClass(), "table"))
                .filter(entry -> entry != null && isItsOwn(get(entry, entry.getClass(), "value")))
                .forEach(TidyWiki::clear);
    }

    private static boolean isItsOwn(Object value) {
        return value != null && ITS_OWN.stream().anyMatch(value.getClass().getName()::startsWith);
    }

    private static Object get(Object object, Class<?> type, String field) {
        try {
            return field(type, field).get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void clear(Object entry) {
        try {
            field(entry.getClass(), "value").set(entry, null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
