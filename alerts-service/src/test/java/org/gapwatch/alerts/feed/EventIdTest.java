package org.gapwatch.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {

    @Test
    void isReadAsWritten() {
        var id = new EventId(new EventId.Topics(Uuid.randomUuid(), Uuid.randomUuid()), new Position(4711, 42),
                Instant.ofEpochMilli(1_795_000_000_123L));
        assertThat(id.text()).matches("[A-Za-z0-9_-]{75}");
        assertThat(EventId.parse(id.text())).isEqualTo(id);
        assertThat(EventId.parse(
                new EventId(new EventId.Topics(Uuid.ZERO_UUID, Uuid.ZERO_UUID), Position.START, Instant.EPOCH).text()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "4711", "?",
            "äääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää",
            "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"})
    void isNoneWhereItIsNone(String text) {
        assertThat(EventId.parse(text)).isNull();
    }
}
