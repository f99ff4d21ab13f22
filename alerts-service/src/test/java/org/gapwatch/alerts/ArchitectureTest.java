package org.gapwatch.alerts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may depend on what (docs/architecture.md). Each rule is about packages that {@link #everyPackageNamed} finds. */
class ArchitectureTest {

    private static final String ROOT = "org.gapwatch.alerts.";
    /** Pure Java: no framework, no clock, no chance. */
    private static final String[] PURE = {ROOT + "number..", ROOT + "calendar..", ROOT + "statement..",
            ROOT + "ledger..", ROOT + "gap..",
            ROOT + "episode..",
            ROOT + "capability..", ROOT + "compute.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.gapwatch.alerts");

    /** A rule about a package that is not there holds for ever, and guards nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"number", "calendar", "statement", "ledger", "gap", "episode", "capability", "compute",
            "stream",
            "stream.state",
            "stream.publication"})
    void everyPackageNamed(String name) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(ROOT + name)))
                .as("classes in %s%s", ROOT, name).isNotEmpty();
    }

    @Test
    void pureCoreKnowsJavaTheContractAndItself() {
        classes().that().resideInAnyPackage(PURE).should().onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Stream.of(PURE),
                        Stream.of("java..", "org.gapwatch.contract..", "org.jspecify.annotations.."))
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void pureCoreIsToldTheDay() {
        noClasses().that().resideInAnyPackage(PURE).or().resideInAPackage(ROOT + "stream.publication..").should()
                .dependOnClassesThat().areAssignableTo(Clock.class).orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(Instant.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat().areAssignableTo(Random.class).orShould().callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }

    @Test
    void onlyTheStreamKnowsKafkaStreams() {
        noClasses().that().resideOutsideOfPackage(ROOT + "stream..").should().dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.streams..").check(CLASSES);
    }

    @Test
    void streamKnowsNeitherMongoDbNorTheWeb() {
        noClasses().that().resideInAPackage(ROOT + "stream..").should().dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.web..").check(CLASSES);
    }

    @Test
    void whatIsPublishedIsDecidedWithoutKafka() {
        noClasses().that().resideInAPackage(ROOT + "stream.publication..").should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework..").check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.gapwatch.alerts.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
