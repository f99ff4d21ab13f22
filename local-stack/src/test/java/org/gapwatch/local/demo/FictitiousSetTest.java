package org.gapwatch.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gapwatch.alerts.compute.Compute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fictitious set does what docs/example.md says of it, on whatever day it is loaded. */
class FictitiousSetTest {

    /** Days of all months and weekdays, month ends and a leap day among them. */
    static Stream<LocalDate> loadingDays() {
        return Stream.concat(IntStream.range(0, 40).mapToObj(i -> LocalDate.of(2026, 11, 23).plusDays(i * 9L)),
                Stream.of("2027-01-31", "2027-02-28", "2027-03-01", "2028-02-29").map(LocalDate::parse));
    }

    @ParameterizedTest
    @MethodSource("loadingDays")
    void thereIsSomethingOfEachKindGoingOn(LocalDate loadingDay) throws IOException {
        assertThat(latest(loadingDay)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "combat-aircraft.multirole:COVERAGE", "WIDENING",
                "ships.frigate:COVERAGE", "WIDENING",
                "drones.loitering-munition:OUTPUT", "WIDENING",
                "tanks.main-battle-tank:COVERAGE", "NARROWING",
                "ammunition.mortar-120mm:OUTPUT", "NARROWING",
                "air-defence.short-range:COVERAGE", "HOLDING",
                "drones.reconnaissance:OUTPUT", "REVERSED",
                "cyber.secure-gateway:COVERAGE", "CLOSED",
                "space.earth-observation-satellite:COVERAGE", "CLOSED"));
    }

    @Test
    void everyEventSaysThatItIsFictitious() {
        assertThat(Example.fictitious(LocalDate.EPOCH).events()).isNotEmpty().allSatisfy(line -> {
            var event = new JsonMapper().readTree(line.json());
            assertThat(event.at("/data/note").asString()).startsWith("Fictitious.");
            assertThat(event.get("source").asString()).startsWith("urn:gapwatch:fictitious:");
        });
    }

    /** The phase of each measure's latest alert, or how it ended. */
    private static Map<String, String> latest(LocalDate loadingDay) throws IOException {
        var events = Example.fictitious(loadingDay).events().stream().map(ExampleEvent::json)
                .collect(Collectors.joining("\n"));
        var out = new StringBuilder();
        Compute.run(new ByteArrayInputStream(events.getBytes(UTF_8)), loadingDay, out);
        var latest = new TreeMap<String, String>();
        new JsonMapper().readTree(out.toString()).get("capabilities").properties()
                .forEach(capability -> capability.getValue().properties().forEach(measure -> {
                    var alerts = measure.getValue().get("alerts");
                    if (!alerts.isEmpty()) {
                        latest.put(capability.getKey() + ":" + measure.getKey(), told(alerts.get(alerts.size() - 1)));
                    }
                }));
        return latest;
    }

    private static String told(JsonNode alert) {
        var transitions = alert.get("transitions");
        return alert.get("outcome").isNull()
                ? transitions.get(transitions.size() - 1).get(1).asString()
                : alert.get("outcome").asString();
    }
}
