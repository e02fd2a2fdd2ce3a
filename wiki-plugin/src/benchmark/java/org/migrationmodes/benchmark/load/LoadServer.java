package org.migrationmodes.benchmark.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.migrationmodes.testing.Host;
import org.migrationmodes.testing.JettyHost;
import org.migrationmodes.testing.TomcatHost;
import org.migrationmodes.testing.Webapp;

/** A server in a JVM of its own; tells its port, then for each line that it reads what it has used or holds. */
public final class LoadServer {
    private LoadServer() {}

    /**
     * Serves until its input ends.
     *
     * @param arguments "tomcat" or "jetty", then the folder of the application
     * @throws IOException if its input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Webapp app = Webapp.at("", Path.of(arguments[1]));
        try (Host host = arguments[0].equals("tomcat") ? TomcatHost.start(app) : JettyHost.start(app);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("port " + host.port());
            for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
                System.out.println(asked.equals("held") ? held() : "used " + allocated() + " " + cpu());
            }
        }
    }

    /** Those that have ended are not counted, but a server under load lets no thread end. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static String held() {
        System.gc();
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "held "
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + " "
                + ManagementFactory.getThreadMXBean().getThreadCount() + " " + system.getOpenFileDescriptorCount();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
