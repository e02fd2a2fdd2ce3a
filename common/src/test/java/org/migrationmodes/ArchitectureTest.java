package org.migrationmodes;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: plugin → admin → gate → banner → source → flag. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.migrationmodes");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(CLASSES.size()).isGreaterThan(50);
        assertThat(CLASSES).noneMatch(found -> found.getPackageName().contains("testing"));
    }

    @Test
    void arrowsPointDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("plugin")
                .definedBy("org.migrationmodes.plugin..")
                .layer("admin")
                .definedBy("org.migrationmodes.admin..")
                .layer("gate")
                .definedBy("org.migrationmodes.gate..")
                .layer("banner")
                .definedBy("org.migrationmodes.banner..")
                .layer("source")
                .definedBy("org.migrationmodes.source..")
                .layer("flag")
                .definedBy("org.migrationmodes.flag..")
                .whereLayer("plugin")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("admin")
                .mayOnlyBeAccessedByLayers("plugin")
                .whereLayer("gate")
                .mayOnlyBeAccessedByLayers("plugin", "admin")
                .whereLayer("banner")
                .mayOnlyBeAccessedByLayers("plugin", "admin", "gate")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("plugin", "admin", "gate", "banner")
                .check(CLASSES);
    }

    @Test
    void noPackagesGoRoundInCircles() {
        slices().matching("org.migrationmodes.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void flagAndSourceKnowNoServlets() {
        noClasses()
                .that()
                .resideInAnyPackage("org.migrationmodes.flag..", "org.migrationmodes.source..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "javax.servlet..")
                .check(CLASSES);
    }

    @Test
    void eachLibraryHasOneHome() {
        onlyIn("org.migrationmodes.source..", "okhttp3..", "okio..");
        onlyIn("org.migrationmodes.flag..", "tools.jackson..");
        onlyIn("org.migrationmodes.banner..", "com.github.benmanes.caffeine..");
    }

    private static void onlyIn(String home, String... library) {
        noClasses()
                .that(not(resideInAPackage(home)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(CLASSES);
    }

    @Test
    void loggersBelongToAnInstance() {
        fields().that().haveRawType(System.Logger.class).should().notBeStatic().check(CLASSES);
    }
}
