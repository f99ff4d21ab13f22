package org.gapwatch.alerts.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.alerts.oracle.Expected.Cause;
import org.gapwatch.alerts.oracle.Expected.Why;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.LineStatement;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.contract.ReferenceStatement;

/** The page's section "Why a gap changed". */
final class Reason {

    private Reason() {
    }

    /**
     * @param events known by day {@code a}, of one capability, in statement order, each once
     * @param p the peak month, or M + H where the gap is 0
     */
    static Why why(List<Event> events, LocalDate a, YearMonth p) {
        LocalDate t = Episodes.before(a);
        BigInteger total = ahead(knownBy(events, a), a, p).subtract(ahead(knownBy(events, t), t, p));
        Map<Cause, BigInteger> parts = new EnumMap<>(Cause.class);
        BigInteger told = BigInteger.ZERO;
        for (Cause cause : Cause.values()) {
            if (cause != Cause.ELAPSED) {
                BigInteger amount = amount(events, a, t, p, cause);
                told = told.add(amount);
                if (amount.signum() != 0) {
                    parts.put(cause, amount);
                }
            }
        }
        parts.put(Cause.ELAPSED, total.subtract(told));
        return new Why(p, t, total, parts);
    }

    /** X(d). */
    private static BigInteger ahead(Known known, LocalDate d, YearMonth p) {
        return known.due(p).subtract(known.supply(d, p));
    }

    private static Known knownBy(List<Event> events, LocalDate day) {
        return new Known(events.stream().filter(event -> !event.knownOn().isAfter(day)).toList());
    }

    private static BigInteger amount(List<Event> events, LocalDate a, LocalDate t, YearMonth p, Cause cause) {
        YearMonth running = YearMonth.from(a);
        BigInteger due = BigInteger.ZERO;
        BigInteger x = BigInteger.ZERO;
        BigInteger y = BigInteger.ZERO;
        for (Event event : events) {
            if (event.knownOn().isAfter(t) && cause(event) == cause) {
                List<Event> entity = new ArrayList<>();
                events.stream().filter(other -> Oracle.sameEntity(event, other)).forEach(entity::add);
                int at = entity.indexOf(event);
                Known with = new Known(entity.subList(0, at + 1));
                Known without = new Known(entity.subList(0, at));
                due = due.add(with.due(p)).subtract(without.due(p));
                x = x.add(with.capacity(running)).subtract(without.capacity(running));
                for (YearMonth m = running.plusMonths(1); !m.isAfter(p); m = m.plusMonths(1)) {
                    y = y.add(with.capacity(m)).subtract(without.capacity(m));
                }
            }
        }
        return due.subtract(Known.leftOfMonth(a, x).add(y));
    }

    private static Cause cause(Event event) {
        return switch (event.statement()) {
            case OrderStatement.Placed _ -> Cause.ORDERED;
            case OrderStatement.Amended _ -> Cause.AMENDED;
            case OrderStatement.Delivered _ -> Cause.DELIVERED;
            case OrderStatement.Cancelled _ -> Cause.CANCELLED;
            case LineStatement.Opened _ -> Cause.OPENED;
            case LineStatement.Rescheduled _ -> Cause.RESCHEDULED;
            case LineStatement.CapacityChanged _ -> Cause.CAPACITY_CHANGED;
            case LineStatement.Closed _ -> Cause.CLOSED;
            // What another party makes is no part of COVERAGE, so its amount is 0 under any name.
            case ReferenceStatement.Assessed _ -> Cause.ELAPSED;
        };
    }
}
