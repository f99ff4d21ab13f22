package org.gapwatch.alerts.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void twoArrivalsTellNoHabit() {
        Document document = counted(new Document(), MONDAY);
        assertThat(tally(counted(document, MONDAY.plus(Duration.ofMinutes(7)))).usualPause()).isNull();
    }

    @Test
    void theUsualPauseIsTheLongestOfTheLastArrivals() {
        Document document = counted(new Document(), MONDAY);
        for (int minutes : new int[]{1, 5, 7}) {
            document = counted(document, MONDAY.plus(Duration.ofMinutes(minutes)));
        }
        assertThat(tally(document).usualPause()).isEqualTo(Duration.ofMinutes(4));
    }

    /** Else everybody who goes home would be silent each evening. */
    @Test
    void nightsAndWeekendsAreUsualToo() {
        Document document = new Document();
        for (int day : new int[]{0, 1, 2, 3, 4, 7}) {
            for (int minute = 0; minute < 9 * 60; minute += 5) {
                document = counted(document, MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute)));
            }
            var usual = tally(document).usualPause();
            // From the hour of 16:55 to that of 08:00, and from Friday's to Monday's.
            assertThat(usual)
                    .isEqualTo(day == 0 ? Duration.ofMinutes(5) : Duration.ofHours(day < 7 ? 15 : 3 * 24 - 9));
        }
    }

    @Test
    void whatCameLongAgoByAnotherWayIsNoPause() {
        var tally = tally(counted(new Document(), MONDAY.minus(Duration.ofDays(100))));
        Document document = new Document();
        for (int minute = 0; minute < 9 * 60; minute += 5) {
            document = counted(document, MONDAY.plus(Duration.ofMinutes(minute)));
        }
        tally.add(document);
        assertThat(tally.usualPause()).isEqualTo(Duration.ofMinutes(5));
    }

    private static Document counted(Document known, Instant time) {
        return Tally.counted(known, "urn:office", time.toEpochMilli());
    }

    private static Tally tally(Document document) {
        Tally tally = new Tally();
        tally.add(document);
        return tally;
    }
}
