package org.gapwatch.alerts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may depend on what (docs/architecture.md). Each rule is about packages that are there. */
class ArchitectureTest {

    private static final String ROOT = "org.gapwatch.alerts.";
    /** Pure Java: no framework, no clock, no chance. */
    private static final List<String> PURE_NAMES = List.of("number", "calendar", "statement", "ledger", "gap",
            "episode", "capability", "compute", "inquiry", "action");
    /** What meets the world. */
    private static final List<String> EDGES = List.of("stream", "view", "published", "feed", "api", "catalogue",
            "console", "operator");
    private static final String[] PURE = PURE_NAMES.stream().map(name -> ROOT + name + "..").toArray(String[]::new);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.gapwatch.alerts");

    /** A rule about a package that is not there guards nothing, and neither does one that misses a package. */
    @Test
    void everyPackageIsPureOrAnEdgeAndIsThere() {
        Set<String> found = CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.")[0]).collect(Collectors.toSet());
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(PURE_NAMES.stream(), EDGES.stream()).toList());
        assertThat(CLASSES.stream().map(JavaClass::getPackageName)).contains(ROOT + "stream.state",
                ROOT + "stream.publication");
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
    void onlyTheViewKnowsMongoDb() {
        noClasses().that().resideOutsideOfPackage(ROOT + "view..").should().dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..").check(CLASSES);
    }

    @Test
    void streamDoesNotKnowTheWeb() {
        noClasses().that().resideInAPackage(ROOT + "stream..").should().dependOnClassesThat()
                .resideInAPackage("org.springframework.web..").check(CLASSES);
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
