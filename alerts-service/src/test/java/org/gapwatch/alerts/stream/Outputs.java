package org.gapwatch.alerts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gapwatch.alerts.oracle.ExpectedRecords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a reader of the output topics knows: the last record of each key. It checks each revision as it comes. */
final class Outputs {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Map<String, String> gaps = new TreeMap<>();
    private final Map<String, JsonNode> alerts = new TreeMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    /** {@code alertId news}, in order. */
    private final List<String> news = new ArrayList<>();

    void gap(String key, @Nullable String value) {
        if (value == null) {
            assertThat(gaps.remove(key)).as("taken back without having been told: %s", key).isNotNull();
        } else {
            assertThat(gaps.put(key, value)).as("told again without a difference: %s", key).isNotEqualTo(value);
        }
    }

    void alert(String key, String value) {
        JsonNode alert = JSON.readTree(value);
        assertThat(alert.required("alertId").stringValue()).isEqualTo(key);
        long revision = alert.required("revision").longValue();
        assertThat(revision).as("revision of %s", key).isEqualTo(revisions.getOrDefault(key, 0L) + 1);
        revisions.put(key, revision);
        alerts.put(key, alert);
        news.add(key + " " + alert.required("news").stringValue());
    }

    /** The last record of every alert, as it was published. */
    List<String> records() {
        return alerts.values().stream().map(JsonNode::toString).toList();
    }

    Map<String, String> gaps() {
        return gaps;
    }

    /** As {@link ExpectedRecords#alerts}: without revision, news, what is withdrawn, and an active one's day. */
    Map<String, String> alerts() {
        var told = new TreeMap<String, String>();
        alerts.forEach((key, alert) -> {
            String status = alert.required("status").stringValue();
            if (!status.equals("WITHDRAWN")) {
                ObjectNode copy = (ObjectNode) alert.deepCopy();
                copy.remove(List.of("revision", "news"));
                if (status.equals("ACTIVE")) {
                    copy.remove("asOf");
                }
                told.put(key, copy.toString());
            }
        });
        return told;
    }

    /** The last record of an alert. */
    JsonNode alert(String key) {
        return Objects.requireNonNull(alerts.get(key), key);
    }

    List<String> news() {
        return news;
    }
}
