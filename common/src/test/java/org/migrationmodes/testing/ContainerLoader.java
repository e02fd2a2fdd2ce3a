package org.migrationmodes.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A container's jars, and our own classes over again, beside those of the class path. All else is the class path's:
 * JUnit above all, so that tests of these classes are tests like any other.
 */
final class ContainerLoader extends URLClassLoader {
    private static final List<String> APART =
            List.of("org.migrationmodes.", "org.apache.", "jakarta.", "javax.servlet.");
    private static final String OWN = APART.get(0);

    private final ClassLoader classPath;
    private final UnaryOperator<byte[]> rewriting;

    /**
     * Loads what is asked for.
     *
     * @param rewriting makes of our classes what they are to be for this container
     */
    ContainerLoader(URL[] jars, UnaryOperator<byte[]> rewriting) {
        super(jars, ContainerLoader.class.getClassLoader());
        this.classPath = ContainerLoader.class.getClassLoader();
        this.rewriting = rewriting;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (APART.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.findClass(name);
        }
        try (InputStream in = classPath.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = rewriting.apply(in.readAllBytes());
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    /** What a container finds there belongs to the class path's. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith("META-INF/services/jakarta.servlet.") ? findResources(name) : super.getResources(name);
    }
}
