package org.retold.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.retold.local", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule theDemoSiteOnlyComputes = noClasses()
            .that()
            .resideInAPackage("..demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.sun.net.httpserver..", "java.net.http..", "java.sql..", "org.apache.kafka..", "kafka..")
            .because("feeds and pages are texts made of texts; serve them from the http package");

    @ArchTest
    static final ArchRule processesKnowNothingOfWhatTheyRun = noClasses()
            .that()
            .resideInAPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..local.kafka..", "..local.postgres..", "..local.stack..", "..local.http..")
            .because("a Child says what to run; put what is special about a part into the stack's Recipes");

    @ArchTest
    static final ArchRule nothingHereKnowsTheServices = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.retold.contract..",
                    "org.retold.ingest..",
                    "org.retold.normalize..",
                    "org.retold.dedupe..",
                    "org.retold.api..")
            .because("services are processes with ports and settings; talk to them through their API");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.retold.local.(*)..")
            .should()
            .beFreeOfCycles()
            .because("one must be able to read the packages one after the other; move what two share below both");
}
