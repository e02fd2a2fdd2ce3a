package org.migrationmodes.gate;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.migrationmodes.testing.OtherContainer;

/** A request's way on the Tomcat before and the one after. */
class OnOtherTomcatsTest {

    @TestFactory
    Stream<DynamicTest> tomcat9() throws Exception {
        return OtherContainer.tomcat9()
                .run(
                        BodiesOnTomcatTest.class.getName(),
                        JudgingOnTomcatTest.class.getName(),
                        RefusedRequestsOnTomcatTest.class.getName(),
                        BannerPagesOnTomcatTest.class.getName(),
                        ValidatorsOnTomcatTest.class.getName(),
                        LifetimesOnTomcatTest.class.getName(),
                        CompressionOnTomcatTest.class.getName(),
                        PreviewOnTomcatTest.class.getName(),
                        CensusAtTheWireOnTomcatTest.class.getName());
    }

    @TestFactory
    Stream<DynamicTest> tomcat11() throws Exception {
        return OtherContainer.tomcat11()
                .run(
                        Servlet61Bodies.class.getName(),
                        BodiesOnTomcatTest.class.getName(),
                        JudgingOnTomcatTest.class.getName(),
                        RefusedRequestsOnTomcatTest.class.getName(),
                        BannerPagesOnTomcatTest.class.getName(),
                        ValidatorsOnTomcatTest.class.getName(),
                        LifetimesOnTomcatTest.class.getName(),
                        CompressionOnTomcatTest.class.getName(),
                        PreviewOnTomcatTest.class.getName(),
                        CensusAtTheWireOnTomcatTest.class.getName());
    }
}
