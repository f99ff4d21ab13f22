package org.gapwatch.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract is plain Java with a JSON parser, pure, and without cycles. */
class ArchitectureTest {

    private static final String ROOT = "org.gapwatch.contract";
    private final JavaClasses contract = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theRulesLookAtPackagesThatExist() {
        assertThat(contract.stream().map(JavaClass::getPackageName).collect(Collectors.toSet())).contains(ROOT,
                ROOT + ".codec", ROOT + ".fold");
    }

    @Test
    void onlyJavaJacksonCoreAndJSpecifyAreUsed() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson.core..", "org.jspecify.annotations..", ROOT + "..")
                .check(contract);
    }

    @Test
    void onlyTheCodecAndRejectionsKnowJson() {
        noClasses().that().resideInAnyPackage(ROOT, ROOT + ".fold").should().dependOnClassesThat()
                .resideInAPackage("tools.jackson..").check(contract);
    }

    @Test
    void nothingAsksForTheTimeOrForChance() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
                .orShould().dependOnClassesThat().belongToAnyOf(Clock.class, Random.class, UUID.class)
                .check(contract);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(contract);
        noClasses().that().resideInAPackage(ROOT).should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".codec", ROOT + ".fold").check(contract);
    }
}
