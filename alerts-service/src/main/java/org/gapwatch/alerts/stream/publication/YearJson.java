package org.gapwatch.alerts.stream.publication;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.gap.Series;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.Thousandths;

/**
 * A year of a measure's series: its first day in the series, and each day on which gap or base differs from the day
 * before. Written straight into bytes: years are most of what is published, and nothing in them needs escaping.
 */
final class YearJson {

    /** As many as an entry of two amounts of a {@code long} takes at most. */
    private static final int ENTRY_BYTES = 64;
    private static final int DATE_BYTES = 10;

    private byte[] bytes = new byte[1024];
    private int size;

    private YearJson() {
    }

    static byte[] of(String capability, MeasureAssessment measure, int year) {
        Series series = measure.series();
        int from = Math.max(0, series.index(LocalDate.of(year, 1, 1)));
        int to = Math.min(series.size() - 1, series.index(LocalDate.of(year, 12, 31)));
        var json = new YearJson();
        json.ascii("{\"capability\":\"").ascii(capability).ascii("\",\"measure\":\"").ascii(measure.measure().name())
                .ascii("\",\"year\":").ascii(Integer.toString(year)).ascii(",\"until\":\"").date(series.day(to))
                .ascii("\",\"series\":[");
        json.entries(series, from, to);
        json.ascii("]}");
        return Arrays.copyOf(json.bytes, json.size);
    }

    private void entries(Series series, int from, int to) {
        LocalDate day = series.day(from);
        int dayOfMonth = day.getDayOfMonth();
        for (int i = from; i <= to; i++, dayOfMonth++) {
            if (dayOfMonth > day.lengthOfMonth()) {
                day = series.day(i);
                dayOfMonth = 1;
            }
            if (i == from || series.changes(i)) {
                room(ENTRY_BYTES);
                if (i > from) {
                    bytes[size++] = ',';
                }
                bytes[size++] = '[';
                bytes[size++] = '"';
                date(day);
                bytes[size - 2] = (byte) ('0' + dayOfMonth / 10);
                bytes[size - 1] = (byte) ('0' + dayOfMonth % 10);
                bytes[size++] = '"';
                bytes[size++] = ',';
                number(series.gap(i));
                bytes[size++] = ',';
                number(series.base(i));
                room(ENTRY_BYTES);
                bytes[size++] = ']';
            }
        }
    }

    private YearJson date(LocalDate day) {
        room(DATE_BYTES);
        int year = day.getYear();
        two(year / 100);
        two(year % 100);
        bytes[size++] = '-';
        two(day.getMonthValue());
        bytes[size++] = '-';
        two(day.getDayOfMonth());
        return this;
    }

    private void two(int number) {
        bytes[size++] = (byte) ('0' + number / 10);
        bytes[size++] = (byte) ('0' + number % 10);
    }

    private void number(Amount amount) {
        if (amount.fitsLong()) {
            size = Thousandths.write(amount.low(), bytes, size);
        } else {
            ascii(Thousandths.format(amount.toBigInteger()));
        }
    }

    private YearJson ascii(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, size, ascii.length);
        size += ascii.length;
        return this;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
