package org.gapwatch.contract.rejection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.junit.jupiter.api.Test;

class RejectionTest {

    private static final List<Problem> PROBLEMS = List.of(new Problem("/id", ProblemCode.ID_REUSED, "Do better."));

    @Test
    void aRejectionOfARecordIsWrittenAsPublished() {
        var rejection = new Rejection("production-service", Instant.parse("2026-11-23T10:00:00.123Z"),
                new Origin.Record("gapwatch.intake.production", 3, 12), "urn:s", "1", PROBLEMS,
                Map.of("ce_type", "t"), Excerpt.of("{}".getBytes(UTF_8)));
        assertThat(new String(rejection.toJson(), UTF_8)).isEqualTo("""
                {"service":"production-service","at":"2026-11-23T10:00:00.123Z",\
                "origin":{"topic":"gapwatch.intake.production","partition":3,"offset":12},"source":"urn:s","id":"1",\
                "problems":[{"pointer":"/id","code":"id-reused","detail":"Do better."}],\
                "headers":{"ce_type":"t"},"original":"{}","truncated":false}""");
    }

    @Test
    void aRejectionOfARequestWithoutReadableIdsIsWrittenAsPublished() {
        var rejection = new Rejection("alerts-service", Instant.EPOCH, new Origin.Request("r", 3), null, null,
                PROBLEMS, Map.of(), Excerpt.of(null));
        assertThat(new String(rejection.toJson(), UTF_8)).isEqualTo("""
                {"service":"alerts-service","at":"1970-01-01T00:00:00Z","origin":{"request":"r","index":3},\
                "source":null,"id":null,"problems":[{"pointer":"/id","code":"id-reused","detail":"Do better."}],\
                "original":null,"truncated":false}""");
    }

    @Test
    void strangersTextsStayBoundedAndAreText() {
        String wild = "\ud800" + "\u0000".repeat(5000);
        var problems = java.util.Collections.nCopies(101, new Problem(wild, ProblemCode.NOT_JSON, wild));
        var rejection = new Rejection("s", Instant.EPOCH, new Origin.Request("r", 0), wild, wild, problems,
                Map.of(wild, wild), Excerpt.of(wild.getBytes(UTF_8)));
        assertThat(rejection.toJson().length).isLessThan(900_000);
        assertThat(new String(rejection.toJson(), UTF_8)).contains("\"source\":\"?\\u0000");
    }

    @Test
    void anExcerptEndsBetweenCharactersAndShowsWhatIsNotUtf8() {
        assertThat(Excerpt.of(("x" + "é".repeat(3000)).getBytes(UTF_8)))
                .isEqualTo(new Excerpt("x" + "é".repeat(2047), true));
        assertThat(Excerpt.of("x".repeat(4096).getBytes(UTF_8)).truncated()).isFalse();
        assertThat(Excerpt.of(new byte[]{'a', (byte) 0xFF})).isEqualTo(new Excerpt("a\uFFFD", false));
        assertThat(Excerpt.of(java.util.Arrays.copyOf(new byte[]{(byte) 0x80}, 5000)).truncated()).isTrue();
    }
}
