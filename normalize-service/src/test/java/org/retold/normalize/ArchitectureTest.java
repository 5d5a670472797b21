package org.retold.normalize;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.retold.normalize", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesNamedAfterNewsArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    "..article", "..page", "..credit", "..date", "..language", "..url", "..charset", "..takedown")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.micrometer..",
                    "org.jboss..",
                    "org.eclipse.microprofile..",
                    "java.net.http..",
                    "java.sql..")
            .because("a package named after a thing of the news decides; move what does I/O to kafka or metrics");

    @ArchTest
    static final ArchRule pagesAreParsedAndNeverFetched = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("okhttp3.OkHttpClient")
            .orShould()
            .callMethod("org.jsoup.Jsoup", "connect", "java.lang.String")
            .because("every outgoing request goes through outbound-http, and this service makes none");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.retold.normalize.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package that needs its user back is in the wrong place; move the shared part down");

    @ArchTest
    static final ArchRule timeIsTheRecords = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a replay must give the same articles; take the record's timestamp instead");
}
