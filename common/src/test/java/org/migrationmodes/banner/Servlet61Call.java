package org.migrationmodes.banner;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Calls a method that the API of the class path does not have. */
final class Servlet61Call {
    private Servlet61Call() {}

    static void call(Class<?> type, Object target, String name, Class<?>[] types, @Nullable Object... arguments)
            throws Exception {
        try {
            type.getMethod(name, types).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
