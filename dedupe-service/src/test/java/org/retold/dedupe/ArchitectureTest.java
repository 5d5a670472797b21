package org.retold.dedupe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.retold.dedupe", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {
        "..dedupe.article..",
        "..dedupe.view..",
        "..dedupe.sketch..",
        "..dedupe.candidate..",
        "..dedupe.verify..",
        "..dedupe.shard..",
        "..dedupe.story.."
    };

    @ArchTest
    static final ArchRule roomsNamedAfterNewsArePure = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "jakarta..",
                    "io.quarkus..",
                    "io.micrometer..",
                    "org.eclipse.microprofile..",
                    "java.net.http..",
                    "java.sql..")
            .because("a package named after a thing of the news decides; one named after a technology does I/O:"
                    + " hand the result of the I/O in as a value, or put an interface before it");

    @ArchTest
    static final ArchRule pureRoomsDoNotAskForTheTime = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .because("a replay must decide as the first run did: take the time from the record");

    @ArchTest
    static final ArchRule dataFlowsOneWay = slices().matching("org.retold.dedupe.(*)..")
            .should()
            .beFreeOfCycles()
            .because("views become sketches, candidates, links and stories in this order: what two rooms need belongs"
                    + " into the one that comes first");

    @ArchTest
    static final ArchRule onlyTheRootWires = classes()
            .that()
            .areAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
            .should()
            .resideInAPackage("org.retold.dedupe")
            .because("classes take what they need in their constructors; DedupeWiring puts them together");
}
