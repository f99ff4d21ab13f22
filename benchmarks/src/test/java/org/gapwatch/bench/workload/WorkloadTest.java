package org.gapwatch.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Reading;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Shape SHAPE = Shape.standard(20_000);

    @Test
    void isTheSameEveryTime() {
        assertThat(all()).isEqualTo(all()).hasSize(20_000);
    }

    @Test
    void holdsItsMix() {
        Map<EventType, Integer> counts = new HashMap<>();
        Set<Published> once = new HashSet<>();
        int twice = 0;
        for (Published event : all()) {
            counts.merge(event.type(), 1, Integer::sum);
            twice += once.add(event) ? 0 : 1;
        }
        assertThat(counts).hasSize(EventType.values().length);
        assertThat(counts.getOrDefault(EventType.ORDER_PLACED, 0)).isBetween(6_300, 7_000);
        assertThat(twice).isBetween(100, 300);
    }

    @Test
    void hasEventsOfUsualSize() {
        double bytes = all().stream().mapToInt(event -> event.data().length()).average().orElse(0);
        assertThat(bytes).isBetween(150.0, 400.0);
    }

    @Test
    void isAcceptedByTheBorder() {
        for (Published event : all()) {
            Map<String, String> attributes = Map.of(
                    "specversion", "1.0", "id", event.id(), "source", event.source(), "type",
                    event.type().cloudEventsType(), "time", event.time().toString());
            assertThat(
                    EventReader.readBinary(
                            attributes,
                            "application/json",
                            event.data().getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Reading.Accepted.class);
        }
    }

    @Test
    void anotherIsTheSameOfOtherCapabilities() {
        List<Published> another = new ArrayList<>();
        new Workload(SHAPE).another(1).forEach(another::add);
        assertThat(another).hasSize(20_000).doesNotContainAnyElementsOf(all());
        assertThat(another.stream().map(Published::id)).doesNotContainAnyElementsOf(
                all().stream().map(Published::id).toList());
        assertThat(another.stream().map(event -> event.capability().replace("1-", ""))).containsExactlyElementsOf(
                all().stream().map(Published::capability).toList());
    }

    private static List<Published> all() {
        List<Published> all = new ArrayList<>();
        new Workload(SHAPE).forEach(all::add);
        return all;
    }
}
