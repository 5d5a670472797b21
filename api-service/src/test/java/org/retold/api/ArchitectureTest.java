package org.retold.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.retold.api", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule pureRoomsKnowNoTechnology = noClasses()
            .that()
            .resideInAnyPackage(
                    "..api.story..",
                    "..api.arrival..",
                    "..api.correction..",
                    "..api.comparison..",
                    "..api.webhook..",
                    "..api.outlet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.micrometer..",
                    "java.net.http..",
                    "java.sql..",
                    "org.jdbi..",
                    "org.eclipse.microprofile..")
            .because(
                    "story, arrival, correction, comparison, webhook and outlet hold values and decisions; move what talks to the"
                            + " outside into http, kafka, postgres, rest or web");

    @ArchTest
    static final ArchRule onlyPostgresSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackages("..api.postgres..", "org.retold.api")
            .and()
            .doNotHaveSimpleName("ErrorMappers")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "org.flywaydb..")
            .because("the tables are the postgres room's own; ask its queries");

    @ArchTest
    static final ArchRule onlyKafkaSpeaksKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..api.kafka..", "org.retold.api")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("topics are read in the kafka room; everybody else gets a Batch");

    @ArchTest
    static final ArchRule noServiceKnowsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.retold.ingest..", "org.retold.normalize..", "org.retold.dedupe..")
            .because("what a service needs of another comes by topic");

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles = slices().matching("org.retold.api.(*)..")
            .should()
            .beFreeOfCycles()
            .because("one can then read the rooms one after the other; turn the arrow by moving the shared value");

    @ArchTest
    static final ArchRule onlyTheRootSeesTheSettings = classes()
            .that()
            .haveSimpleName("ApiSettings")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("org.retold.api")
            .because("a class asks for what it needs, not for the configuration");
}
