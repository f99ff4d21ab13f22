package org.gapwatch.alerts.stream.publication;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was last published of one measure of a capability. Not safe for use by several threads. */
public final class PublishedMeasure {

    private final NavigableMap<Integer, Long> years = new TreeMap<>();
    private final NavigableMap<LocalDate, PublishedAlert> alerts = new TreeMap<>();
    private @Nullable Head head;
    /** The first day of the series that may be another than what is published; at first all of them. */
    private LocalDate untoldFrom = LocalDate.MIN;

    /**
     * The head of a gap.
     *
     * @param asOf the day it tells of
     * @param content the hash of what it says, see {@link ContentHash}
     */
    public record Head(LocalDate asOf, long content) {
    }

    /** The head, or null where none is published. */
    public @Nullable Head head() {
        return head;
    }

    /** Sets the head; null where it was taken back. */
    public void head(@Nullable Head published) {
        head = published;
    }

    /** The first day of the series that may be another than what is published; {@code LocalDate.MAX} where none is. */
    LocalDate untoldFrom() {
        return untoldFrom;
    }

    /** The series may be another than what is published from a day on. */
    void untold(LocalDate from) {
        if (from.isBefore(untoldFrom)) {
            untoldFrom = from;
        }
    }

    /** What is published of the series is as it is, from a year on. */
    void told(int fromYear) {
        if (untoldFrom.getYear() >= fromYear) {
            untoldFrom = LocalDate.MAX;
        }
    }

    boolean owesYears() {
        return head != null && !untoldFrom.equals(LocalDate.MAX);
    }

    /** The content hash of each year's piece of the series that is published. */
    public NavigableMap<Integer, Long> years() {
        return years;
    }

    /** The last revision of each alert, withdrawn ones too, by the day it opened. */
    public NavigableMap<LocalDate, PublishedAlert> alerts() {
        return alerts;
    }
}
