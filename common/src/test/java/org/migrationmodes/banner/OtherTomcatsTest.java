package org.migrationmodes.banner;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.migrationmodes.testing.OtherContainer;

/** The same contract on the Tomcat before and the one after. */
class OtherTomcatsTest {

    @TestFactory
    Stream<DynamicTest> tomcat9() throws Exception {
        return OtherContainer.tomcat9().run(TomcatBannerResponseTest.class.getName());
    }

    @TestFactory
    Stream<DynamicTest> tomcat11() throws Exception {
        return OtherContainer.tomcat11()
                .run(
                        TomcatBannerResponseTest.class.getName(),
                        Servlet61Wire.class.getName(),
                        Servlet61Redirects.class.getName());
    }
}
