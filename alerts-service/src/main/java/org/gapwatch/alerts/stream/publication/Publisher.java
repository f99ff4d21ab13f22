package org.gapwatch.alerts.stream.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gapwatch.alerts.capability.Assessment;
import org.gapwatch.alerts.capability.MeasureAssessment;
import org.gapwatch.alerts.episode.Alert;
import org.gapwatch.alerts.gap.Measure;
import org.jspecify.annotations.Nullable;

/** Compares an assessment with what was published, and tells what is to be published because it differs. */
final class Publisher {

    private Publisher() {
    }

    /**
     * The changes, in the order in which they are to be written: what is withdrawn comes before what is told instead, and
     * a series before its head, so that who sees the head sees the series it is of.
     *
     * @param capability the capability's code
     * @param published what was published last; it is not changed
     * @param assessment null where nothing is known of the capability
     * @param pastYears whether years before today's are compared as well, where they are published at all
     */
    static List<Change> changes(String capability, PublishedCapability published,
            @Nullable Assessment assessment, boolean pastYears) {
        var changes = new ArrayList<Change>();
        var withdrawn = new ArrayList<Change>();
        for (Measure measure : Measure.values()) {
            PublishedMeasure last = published.of(measure);
            MeasureAssessment now = assessment == null ? null : of(measure, assessment);
            alerts(capability, measure, last, assessment, now, changes, withdrawn);
        }
        changes.addAll(0, withdrawn);
        for (Measure measure : Measure.values()) {
            PublishedMeasure last = published.of(measure);
            if (assessment == null) {
                takeBack(capability, measure, last, changes);
            } else {
                MeasureAssessment now = of(measure, assessment);
                years(last, assessment, now, pastYears, changes);
                head(last, assessment, now, changes);
            }
        }
        return changes;
    }

    private static MeasureAssessment of(Measure measure, Assessment assessment) {
        return switch (measure) {
            case COVERAGE -> assessment.coverage();
            case OUTPUT -> assessment.output();
        };
    }

    private static void alerts(String capability, Measure measure, PublishedMeasure last,
            @Nullable Assessment assessment, @Nullable MeasureAssessment now, List<Change> changes,
            List<Change> withdrawn) {
        Map<LocalDate, Alert> alerts = new HashMap<>();
        if (now != null) {
            now.alerts().forEach(alert -> alerts.put(alert.openedOn(), alert));
        }
        var days = new TreeSet<>(last.alerts().keySet());
        days.addAll(alerts.keySet());
        PublishedMeasure.Head head = last.head();
        for (LocalDate openedOn : days) {
            PublishedAlert before = last.alerts().get(openedOn);
            Alert alert = alerts.get(openedOn);
            News news = NewsRule.of(before, head == null ? null : head.asOf(), alert,
                    assessment == null ? null : assessment.asOf());
            if (news != null) {
                PublishedAlert revision = revision(before, assessment, alert);
                String key = revision.alert().id(capability, measure);
                byte[] value = AlertJson.of(capability, measure, revision, news);
                (revision.withdrawn() ? withdrawn : changes)
                        .add(new Change.OfAlert(measure, key, value, revision, news));
            }
        }
    }

    private static PublishedAlert revision(@Nullable PublishedAlert before, @Nullable Assessment assessment,
            @Nullable Alert alert) {
        long revision = before == null ? 1 : before.revision() + 1;
        if (alert != null && assessment != null) {
            LocalDate resolvedOn = alert.resolvedOn();
            return new PublishedAlert(revision, false, resolvedOn == null ? assessment.asOf() : resolvedOn, alert);
        }
        if (before == null) {
            throw new IllegalArgumentException("An alert that never was has no revision");
        }
        return new PublishedAlert(revision, true, before.asOf(), before.alert());
    }

    private static void takeBack(String capability, Measure measure, PublishedMeasure last, List<Change> changes) {
        if (last.head() != null) {
            changes.add(new Change.OfHead(measure, key(capability, measure), null, null));
        }
        last.years().keySet()
                .forEach(year -> changes
                        .add(new Change.OfYear(measure, year, key(capability, measure, year), null, null)));
    }

    private static void head(PublishedMeasure last, Assessment assessment, MeasureAssessment now,
            List<Change> changes) {
        byte[] value = GapJson.head(assessment, now);
        var head = new PublishedMeasure.Head(assessment.asOf(), ContentHash.of(value));
        if (!head.equals(last.head())) {
            changes.add(new Change.OfHead(now.measure(), key(assessment.capability(), now.measure()), value, head));
        }
    }

    private static void years(PublishedMeasure last, Assessment assessment, MeasureAssessment now,
            boolean pastYears, List<Change> changes) {
        String capability = assessment.capability();
        int first = now.series().firstDay().getYear();
        int today = assessment.asOf().getYear();
        for (int year : last.years().keySet()) {
            if (year < first || year > today) {
                changes.add(new Change.OfYear(now.measure(), year, key(capability, now.measure(), year), null, null));
            }
        }
        // A piece tells up to when it goes: also where no value changed, that of the day published last is another.
        PublishedMeasure.Head head = last.head();
        int from = head == null
                ? first
                : Math.min(last.untoldFrom().getYear(), Math.min(head.asOf().getYear(), today));
        if (!pastYears) {
            from = Math.max(from, today);
        }
        for (int year = first; year <= today; year++) {
            Long published = last.years().get(year);
            if (year >= from || published == null) {
                byte[] value = YearJson.of(capability, now, year);
                long content = ContentHash.of(value);
                if (published == null || published != content) {
                    changes.add(new Change.OfYear(now.measure(), year, key(capability, now.measure(), year), value,
                            content));
                }
            }
        }
    }

    private static String key(String capability, Measure measure) {
        return capability + ':' + measure;
    }

    private static String key(String capability, Measure measure, int year) {
        return key(capability, measure) + ':' + year;
    }
}
