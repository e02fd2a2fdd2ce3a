package org.migrationmodes.banner;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Nested;

class JettyBannerResponseTest {

    @Nested
    class Length extends LengthContract {
        Length() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class LateLength extends LateLengthContract {
        LateLength() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Flush extends FlushContract {
        Flush() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Writer extends WriterContract {
        Writer() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Encoding extends EncodingContract {
        Encoding() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Page extends PageContract {
        Page() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Reset extends ResetContract {
        Reset() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Dispatch extends DispatchContract {
        Dispatch() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Client extends ClientContract {
        Client() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Hosts extends HostPagesContract {
        Hosts() {
            super(JettyBannerResponseTest::start);
        }
    }

    @Nested
    class Head extends HeadContract {
        Head() {
            super(JettyBannerResponseTest::start);
        }
    }

    private static TestContainer start(Path files, HttpServlet host, BannerFilter filter) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("localhost");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        context.setBaseResourceAsPath(files);
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        // the stack of a request behind the wrapper is another one
        errors.setShowStacks(false);
        errors.addErrorPage(410, "/host");
        context.setErrorHandler(errors);
        ServletHolder staticFiles = new ServletHolder("default", new DefaultServlet());
        staticFiles.setInitParameter("etags", "true");
        context.addServlet(staticFiles, "/");
        ServletHolder servlet = new ServletHolder("host", host);
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/host/*");
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        server.setHandler(context);
        server.start();
        return new TestContainer(connector.getLocalPort(), server::stop);
    }
}
