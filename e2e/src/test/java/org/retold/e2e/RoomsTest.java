package org.retold.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that hold the rooms of the whole house apart. */
class RoomsTest {

    private static final Path ROOT = Path.of(System.getProperty("retold.root", ".."));
    private static final List<String> ROOMS = List.of(
            "contract",
            "outbound-http",
            "secret-files",
            "access",
            "trail",
            "ingest-service",
            "normalize-service",
            "dedupe-service",
            "api-service");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(ROOMS.stream()
                    .map(room -> ROOT.resolve(room + "/target/classes"))
                    .toList());

    @Test
    void everyRoomIsThere() {
        assertThat(List.of("contract", "outbound", "secret", "access", "trail", "ingest", "normalize", "dedupe", "api"))
                .allSatisfy(room ->
                        assertThat(HOUSE.containPackage("org.retold." + room)).isTrue());
    }

    @Test
    void servicesMeetOnlyOnTheContract() {
        slices().matching("org.retold.(*)..")
                .namingSlices("$1")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage(
                                "org.retold.contract..",
                                "org.retold.outbound..",
                                "org.retold.secret..",
                                "org.retold.access..",
                                "org.retold.trail.."))
                .because(
                        "what a service needs of another comes by topic; only contract, outbound-http, secret-files, access and trail are shared")
                .check(HOUSE);
    }

    @Test
    void theSharedRoomsKnowNobody() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.retold.contract..",
                        "org.retold.outbound..",
                        "org.retold.secret..",
                        "org.retold.access..",
                        "org.retold.trail..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.retold..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "org.retold.contract..",
                                "org.retold.outbound..",
                                "org.retold.secret..",
                                "org.retold.access..",
                                "org.retold.trail.."))))
                .because("nothing flows back into what is shared")
                .check(HOUSE);
    }

    @Test
    void aPackageNamedAfterTheNewsIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.retold.ingest.feed..",
                        "org.retold.normalize.article..",
                        "org.retold.normalize.charset..",
                        "org.retold.normalize.credit..",
                        "org.retold.normalize.date..",
                        "org.retold.normalize.language..",
                        "org.retold.normalize.page..",
                        "org.retold.normalize.takedown..",
                        "org.retold.normalize.url..",
                        "org.retold.dedupe.article..",
                        "org.retold.dedupe.shard..",
                        "org.retold.dedupe.view..",
                        "org.retold.dedupe.sketch..",
                        "org.retold.dedupe.candidate..",
                        "org.retold.dedupe.verify..",
                        "org.retold.dedupe.story..",
                        "org.retold.api.comparison..",
                        "org.retold.api.correction..",
                        "org.retold.api.story..",
                        "org.retold.api.webhook..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.apache.kafka..",
                                "jakarta..",
                                "io.quarkus..",
                                "io.vertx..",
                                "okhttp3..",
                                "org.jdbi..",
                                "java.net.http..",
                                "java.sql..")
                        .and(DescribedPredicate.not(nameStartingWith("okhttp3.HttpUrl")))) // it only parses
                .because("a package named after a thing of the news decides; one named after a technology does I/O")
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .because("nothing is null unless it says so")
                .check(HOUSE);
        assertThat(HOUSE.stream().map(type -> type.getPackageName()).distinct())
                .allSatisfy(name -> assertThat(HOUSE.contain(name + ".package-info"))
                        .as(name)
                        .isTrue());
    }

    @Test
    void nothingLooksAtTheClockInATopology() {
        noClasses()
                .that()
                .resideInAnyPackage("org.retold.dedupe.kafka..", "org.retold.dedupe.story..", "org.retold.normalize..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a replay must decide as the first run did: time comes with the record")
                .check(HOUSE);
    }
}
