package org.migrationmodes.plugin;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class loader whose records were compared, hashed or printed can be collected. */
@EnabledForJreRange(
        max = JRE.JAVA_18,
        disabledReason = "Later ones keep it softly where the servlet API is on the class path")
class RecordMethodsTest {
    private record Inner(String text) {}

    private record Outer(Inner inner) {}

    /** Has the runtime make one method of a record and of the record in it. */
    static final class Using implements Callable<Object> {
        private final String method;

        Using(String method) {
            this.method = method;
        }

        @Override
        public Object call() {
            Outer record = new Outer(new Inner(method));
            return switch (method) {
                case "equals" -> record.equals(new Outer(new Inner("other")));
                case "hashCode" -> record.hashCode();
                default -> record.toString();
            };
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"equals", "hashCode", "toString"})
    void areForgotten(String method) throws Exception {
        WeakReference<ClassLoader> loader = use(method);

        RecordMethods.forget();

        await().until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private static WeakReference<ClassLoader> use(String method) throws IOException, ReflectiveOperationException {
        URL classes =
                RecordMethodsTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            var constructor = loader.loadClass(Using.class.getName()).getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            Object using = constructor.newInstance(method);
            ((Callable<?>) using).call();
            return new WeakReference<>(loader);
        } catch (ReflectiveOperationException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
