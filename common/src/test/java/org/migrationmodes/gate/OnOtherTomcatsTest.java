package org.migrationmodes.gate;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.migrationmodes.testing.OtherContainer;

/** A request's way on the Tomcat before and the one after. */
class OnOtherTomcatsTest {

    private static Stream<Class<?>> onEach() {
        return Stream.of(
                BodiesOnTomcatTest.class,
                JudgingOnTomcatTest.class,
                JudgedMethodsOnTomcatTest.class,
                RefusedRequestsOnTomcatTest.class,
                BannerPagesOnTomcatTest.class,
                ValidatorsOnTomcatTest.class,
                EarlyHeadersOnTomcatTest.class,
                LifetimesOnTomcatTest.class,
                CompressionOnTomcatTest.class,
                PreviewOnTomcatTest.class,
                CensusAtTheWireOnTomcatTest.class);
    }

    private static String[] names(Stream<Class<?>> tests) {
        return tests.map(Class::getName).toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> tomcat9() throws Exception {
        return OtherContainer.tomcat9().run(names(onEach()));
    }

    @TestFactory
    Stream<DynamicTest> tomcat11() throws Exception {
        return OtherContainer.tomcat11().run(names(Stream.concat(Stream.of(Servlet61Bodies.class), onEach())));
    }
}
