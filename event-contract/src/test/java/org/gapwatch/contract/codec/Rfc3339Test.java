package org.gapwatch.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class Rfc3339Test {

    @Test
    void equalsTheParserOfTheJdk() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 100_000; i++) {
            ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1079, 1080));
            int nanos = random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
            OffsetDateTime time = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L), nanos)
                    .atOffset(zone);
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);

            assertThat(Rfc3339.parse(text)).as(text).isEqualTo(time.toInstant());
        }
    }

    @Test
    void whatMayBeWritten() {
        Instant expected = Instant.parse("2026-11-23T12:00:00.120Z");
        assertThat(Rfc3339.parse("2026-11-23T12:00:00.12Z")).isEqualTo(expected);
        assertThat(Rfc3339.parse("2026-11-23t12:00:00.120000000z")).isEqualTo(expected);
        assertThat(Rfc3339.parse("2026-11-24T11:59:00.12+23:59")).isEqualTo(expected);
        assertThat(Rfc3339.parse("2026-11-23T12:00:00.12-00:00")).isEqualTo(expected);
    }

    @Test
    void whatMayNot() {
        for (String text : new String[]{"", "2026-11-23", "2026-11-23T12:00Z", "2026-11-23T12:00:00",
                "2026-11-23T12:00:00.Z",
                "2026-11-23T12:00:00.1234567890Z", "2026-11-23 12:00:00Z", "2026-11-23T12:00:60Z",
                "2026-11-23T24:00:00Z", "2026-11-23T12:60:00Z", "2026-02-29T12:00:00Z", "2026-11-31T12:00:00Z",
                "2026-00-10T12:00:00Z", "2026-13-10T12:00:00Z", "26-11-23T12:00:00Z", "2026-11-23T12:00:00+1:00",
                "2026-11-23T12:00:00+0100", "2026-11-23T12:00:00+24:00", "2026-11-23T12:00:00+01:60",
                "2026-11-23T12:00:00Z ", " 2026-11-23T12:00:00Z", "2026-11-23T12:00:00,5Z", "-026-11-23T12:00:00Z",
                "2026-11-23T12:00:00ZZ", "2026-11-23T1\u0662:00:00Z", "+12026-11-23T12:00:00Z"}) {
            assertThat(Rfc3339.parse(text)).as(text).isNull();
        }
    }
}
