package org.retold.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.retold.outbound", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule itKnowsNoServiceAndNoFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.retold.contract..", "org.retold.ingest..", "io.quarkus..", "jakarta..", "java.sql..")
            .because("every service may use it, so it may use none of what they are made of");

    @ArchTest
    static final ArchRule okHttpStaysInside = methods()
            .that()
            .arePublic()
            .and()
            .areNotDeclaredIn(Hop.Onward.class)
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .notHaveRawReturnType(DescribedPredicate.describe(
                    "OkHttp's", (JavaClass type) -> type.getPackageName().startsWith("okhttp3")))
            .because("whoever gets hold of an OkHttp object can ask addresses that nobody guards");
}
