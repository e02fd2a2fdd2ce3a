package org.migrationmodes.banner;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TomcatBannerResponseTest {

    @Nested
    class Length extends LengthContract {
        Length() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Flush extends FlushContract {
        Flush() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Writer extends WriterContract {
        Writer() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Encoding extends EncodingContract {
        Encoding() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Page extends PageContract {
        Page() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Reset extends ResetContract {
        Reset() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Dispatch extends DispatchContract {
        Dispatch() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Head extends HeadContract {
        Head() {
            super(TomcatBannerResponseTest::start);
        }

        /** Not of Jetty 12.0.36, whose default servlet drops the connection then, behind any wrapper of the response. */
        @Test
        void aRangeBeyondTheEndIsLeftAlone() throws IOException {
            assertUntouched("GET", "/long.html", "Range: bytes=999999-");
        }
    }

    static TestContainer start(Path files, HttpServlet host, BannerFilter filter) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        tomcat.setPort(0);
        tomcat.setSilent(true);
        Context context = tomcat.addContext("", files.toString());
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanManifest(false);
        scanner.setScanClassPath(false);
        context.setJarScanner(scanner);
        context.addMimeMapping("html", "text/html");
        context.addMimeMapping("txt", "text/plain");
        Tomcat.addServlet(context, "default", new DefaultServlet());
        context.addServletMappingDecoded("/", "default");
        Wrapper servlet = Tomcat.addServlet(context, "host", host);
        servlet.setAsyncSupported(true);
        context.addServletMappingDecoded("/host/*", "host");
        FilterDef definition = new FilterDef();
        definition.setFilterName("banner");
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("banner");
        mapping.addURLPattern("/*");
        mapping.setDispatcher(DispatcherType.REQUEST.name());
        mapping.setDispatcher(DispatcherType.ASYNC.name());
        context.addFilterMap(mapping);
        tomcat.getConnector();
        tomcat.start();
        return new TestContainer(tomcat.getConnector().getLocalPort(), () -> {
            tomcat.stop();
            tomcat.destroy();
        });
    }
}
