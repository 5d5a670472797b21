package org.retold.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.retold.ingest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsNamedAfterNewsArePure = noClasses()
            .that()
            .resideInAnyPackage("..feed", "..item", "..poll", "..push", "..opml", "..robots", "..discover")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.clients..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.micrometer..",
                    "java.net.http..",
                    "java.sql..",
                    "org.jdbi..",
                    "okhttp3..",
                    "org.retold.outbound..",
                    "org.jboss.logging..")
            .because("a room named after a thing of the news decides; give it values, and do the I/O in http, kafka,"
                    + " postgres or rest");

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles = slices().matching("org.retold.ingest.(*)..")
            .should()
            .beFreeOfCycles()
            .because("data flows one way; move what both need into the room that comes first");

    @ArchTest
    static final ArchRule onlyTheWiringSeesTheSettings = noClasses()
            .that()
            .resideOutsideOfPackage("org.retold.ingest")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("IngestSettings")
            .because("a class asks for what it needs, not for everything; pass the value in from IngestWiring");

    @ArchTest
    static final ArchRule jsoupOnlyComputes = noClasses()
            .should()
            .callMethod("org.jsoup.Jsoup", "connect", "java.lang.String")
            .because("every request leaves through outbound-http, which guards addresses, sizes and times");
}
