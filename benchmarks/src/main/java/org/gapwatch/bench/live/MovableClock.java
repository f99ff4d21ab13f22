package org.gapwatch.bench.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, put back, and forward again by whole days. */
final class MovableClock extends Clock {

    private volatile Duration offset;

    MovableClock(Duration offset) {
        this.offset = offset;
    }

    void nextDay() {
        offset = offset.plusDays(1);
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
