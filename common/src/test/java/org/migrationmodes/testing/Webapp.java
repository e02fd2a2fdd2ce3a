package org.migrationmodes.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An unpacked web application and how to deploy it. Immutable.
 *
 * @param contextPath empty for the root, else {@code /name}
 * @param folder holds WEB-INF
 * @param contextParams stronger than those of web.xml
 * @param requestEncoding of bodies that name none, as in the conf/web.xml of a real Tomcat; null leaves it open
 */
public record Webapp(
        String contextPath,
        Path folder,
        Map<String, String> contextParams,
        @Nullable String requestEncoding) {
    public Webapp {
        if (!contextPath.isEmpty() && !contextPath.matches("(/[^/]+)+")) {
            throw new IllegalArgumentException("contextPath must be empty or /name: " + contextPath);
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("folder of " + contextPath + " is missing: " + folder.toAbsolutePath());
        }
        folder = folder.toAbsolutePath();
        contextParams = Map.copyOf(contextParams);
    }

    public static Webapp at(String contextPath, Path folder) {
        return new Webapp(contextPath, folder, Map.of(), null);
    }

    public Webapp contextParam(String name, String value) {
        Map<String, String> more = new TreeMap<>(contextParams);
        more.put(name, value);
        return new Webapp(contextPath, folder, more, requestEncoding);
    }

    public Webapp requestEncoding(String charset) {
        return new Webapp(contextPath, folder, contextParams, charset);
    }
}
