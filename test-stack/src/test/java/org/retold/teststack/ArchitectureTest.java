package org.retold.teststack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.retold.teststack", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyOneClassKnowsContainers = noClasses()
            .that()
            .doNotHaveSimpleName("ContainerServers")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.testcontainers..")
            .because("loading a class of Testcontainers may look for Docker; tests run without it unless asked");

    @ArchTest
    static final ArchRule onlyWhoStartsTheEmbeddedServersKnowsThem = noClasses()
            .that()
            .doNotHaveSimpleName("EmbeddedServers")
            .and()
            .resideOutsideOfPackage("org.retold.teststack.secured")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.retold.local..")
            .because("a test sees addresses, not where the servers come from; add what it needs to TestServers");
}
