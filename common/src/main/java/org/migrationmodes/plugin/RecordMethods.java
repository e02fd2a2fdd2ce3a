package org.migrationmodes.plugin;

import jakarta.servlet.ServletContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.runtime.ObjectMethods;

/**
 * What the Java runtime remembers of our records. For each of their methods that it makes, it keeps the types that it made
 * the last one for, and so our class loader: until another is made, or, since Java 19, memory is short (JDK-8078641).
 */
final class RecordMethods {
    private static final MethodHandle COMPONENT = MethodHandles.identity(ServletContext.class);

    private RecordMethods() {}

    /** Has the same methods made for a type of the container, which stays anyway. Never throws. */
    static void forget() {
        make("equals");
        make("hashCode");
        make("toString");
    }

    private static void make(String method) {
        try {
            ObjectMethods.bootstrap(
                    MethodHandles.lookup(), method, MethodHandle.class, ServletContext.class, "component", COMPONENT);
        } catch (Throwable e) {
            System.getLogger(RecordMethods.class.getName())
                    .log(System.Logger.Level.DEBUG, "The runtime may keep our class loader for a while", e);
        }
    }
}
