package org.gapwatch.alerts.stream;

/** Whether time has passed, by a clock that may be put back: that holds nothing up. Times in milliseconds since the epoch. */
final class Elapsed {

    private Elapsed() {
    }

    /** Whether so many milliseconds have passed since, or the clock was put back to before. */
    static boolean isOver(long millis, long since, long now) {
        return now - since >= millis || now < since;
    }
}
