package org.gapwatch.alerts.stream.state;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.episode.Outcome;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.episode.Transition;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.stream.publication.PublishedAlert;
import org.gapwatch.alerts.stream.publication.PublishedMeasure;

/** The values of rows that tell what was published last: of a gap's head its day and hash, of an alert all of it. */
final class PublishedRow {

    private static final int VERSION = 1;

    private PublishedRow() {
    }

    static byte[] head(PublishedMeasure.Head head) {
        return new RowWriter().octet(VERSION).day(head.asOf()).fixed(head.content()).toBytes();
    }

    static PublishedMeasure.Head head(RowReader row) {
        return new PublishedMeasure.Head(row.version(VERSION).day(), row.fixed());
    }

    static byte[] year(long content) {
        return new RowWriter().octet(VERSION).fixed(content).toBytes();
    }

    static long year(RowReader row) {
        return row.version(VERSION).fixed();
    }

    static byte[] alert(PublishedAlert published) {
        Alert alert = published.alert();
        Outcome outcome = alert.outcome();
        LocalDate resolvedOn = alert.resolvedOn();
        var row = new RowWriter().octet(VERSION).unsigned(published.revision()).octet(published.withdrawn() ? 1 : 0)
                .day(published.asOf()).day(alert.openedOn()).octet(outcome == null ? 0 : Codes.of(outcome));
        if (resolvedOn != null) {
            row.day(resolvedOn);
        }
        row.octet(Codes.of(alert.phase())).octet(Codes.of(alert.severity()));
        Figures figures = alert.figures();
        YearMonth month = figures.month();
        row.amount(figures.gap()).amount(figures.base()).amount(figures.change()).amount(figures.extraMonthlyOutput())
                .unsigned(month == null ? 0 : month.getYear() * 12L + month.getMonthValue());
        row.unsigned(alert.transitions().size());
        for (Transition transition : alert.transitions()) {
            row.day(transition.on()).octet(Codes.of(transition.phase())).octet(Codes.of(transition.severity()))
                    .amount(transition.gap()).amount(transition.base());
        }
        return row.toBytes();
    }

    static PublishedAlert alert(RowReader row) {
        long revision = row.version(VERSION).unsigned();
        boolean withdrawn = row.octet() == 1;
        LocalDate asOf = row.day();
        LocalDate openedOn = row.day();
        int code = row.octet();
        Outcome outcome = code == 0 ? null : Codes.named(code, Outcome.values(), Codes::of);
        LocalDate resolvedOn = outcome == null ? null : row.day();
        Phase phase = phase(row);
        Severity severity = severity(row);
        var gap = row.amount();
        var base = row.amount();
        var change = row.amount();
        var extra = row.amount();
        int month = row.count();
        var figures = new Figures(gap, base, change,
                month == 0 ? null : YearMonth.of((month - 1) / 12, (month - 1) % 12 + 1), extra);
        int size = row.count();
        var transitions = new ArrayList<Transition>(size);
        for (int i = 0; i < size; i++) {
            transitions.add(new Transition(row.day(), phase(row), severity(row), row.amount(), row.amount()));
        }
        return new PublishedAlert(revision, withdrawn, asOf,
                new Alert(openedOn, resolvedOn, outcome, phase, severity, figures, transitions));
    }

    private static Phase phase(RowReader row) {
        return Codes.named(row.octet(), Phase.values(), Codes::of);
    }

    private static Severity severity(RowReader row) {
        return Codes.named(row.octet(), Severity.values(), Codes::of);
    }
}
