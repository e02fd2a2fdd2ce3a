package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomcatBannerResponseTest {

    @Nested
    class Length extends LengthContract {
        Length() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class LateLength extends LateLengthContract {
        LateLength() {
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
    class Client extends ClientContract {
        Client() {
            super(TomcatBannerResponseTest::start);
        }
    }

    @Nested
    class Hosts extends HostPagesContract {
        Hosts() {
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

        /** Tomcat's own way for large files: the host names the file and writes nothing. */
        @ParameterizedTest
        @ValueSource(strings = {"text/html", "text/plain"})
        void aFileThatTheContainerSendsIsWhole(String type) throws IOException {
            host = (request, response) -> {
                Path file = Path.of(request.getServletContext().getRealPath("/long.html"));
                assertThat(request.getAttribute("org.apache.tomcat.sendfile.support"))
                        .isEqualTo(true);
                request.setAttribute(
                        "org.apache.tomcat.sendfile.filename", file.toRealPath().toString());
                request.setAttribute("org.apache.tomcat.sendfile.start", 0L);
                request.setAttribute("org.apache.tomcat.sendfile.end", Files.size(file));
                response.setContentType(type);
                response.setContentLengthLong(Files.size(file));
            };
            assertUntouched("GET", "/host");
            assertThat(wrapped("GET", "/host").text()).isEqualTo(LONG_PAGE);
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
        ErrorPage error = new ErrorPage();
        error.setErrorCode(410);
        error.setLocation("/host");
        context.addErrorPage(error);
        tomcat.getConnector();
        tomcat.start();
        return new TestContainer(tomcat.getConnector().getLocalPort(), () -> {
            tomcat.stop();
            tomcat.destroy();
        });
    }
}
