package org.gapwatch.alerts.operator;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.gapwatch.alerts.action.Acknowledgement;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;
import org.gapwatch.alerts.action.Attention;
import org.gapwatch.alerts.action.Lapse;
import org.gapwatch.alerts.action.Note;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.feed.ActiveAlerts;
import org.jspecify.annotations.Nullable;

/** What operators can do about an alert that is active. Each is done once, however often it is asked for. */
public final class Actions {

    private final ActionTopic topic;
    private final ActiveAlerts alerts;
    private final Clock clock;

    Actions(ActionTopic topic, ActiveAlerts alerts, Clock clock) {
        this.topic = topic;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Acknowledges an alert.
     *
     * @param severity as whoever acknowledges has seen it: one that became more severe since is not acknowledged
     * @return all that was done about it
     * @throws RefusedException where that is not possible, and why
     */
    public Action acknowledge(Subject subject, String by, Severity severity) {
        return change(subject, last -> {
            var look = look(subject);
            AlertState alert = active(look, subject);
            if (alert.severity().compareTo(severity) > 0) {
                throw new RefusedException(
                        "The alert is %s by now, more severe than %s. Look at it again, and acknowledge that."
                                .formatted(alert.severity(), severity));
            }
            Acknowledgement held = last == null ? null : last.acknowledgement();
            if (held == null || held.isExceededBy(alert)) {
                return Action.acknowledged(last, alert, by, look.moment());
            }
            if (held.by().equals(by)) {
                return last;
            }
            throw new RefusedException("%s has acknowledged this alert at %s already.".formatted(held.by(), held.at()));
        });
    }

    /**
     * Takes back an acknowledgement.
     *
     * @throws RefusedException where it is another's
     */
    public Action takeBack(Subject subject, String by) {
        return change(subject, last -> {
            if (last == null) {
                throw new RefusedException("Nobody has acknowledged an alert of %s.".formatted(subject.key()));
            }
            Acknowledgement held = last.acknowledgement();
            if (held == null) {
                return last;
            }
            if (!held.by().equals(by)) {
                throw new RefusedException("%s has acknowledged this alert, and only %s can take that back."
                        .formatted(held.by(), held.by()));
            }
            return last.lapsed(Lapse.Because.TAKEN_BACK, look(subject).moment());
        });
    }

    /**
     * Adds a note.
     *
     * @param id chosen by whoever sends it
     * @throws RefusedException where that is not possible, and why
     */
    public Action note(Subject subject, String id, String by, String text) {
        return change(subject, last -> {
            Note known = last == null ? null : last.note(id).orElse(null);
            if (known != null && last != null) {
                if (known.by().equals(by) && known.text().equals(text)) {
                    return last;
                }
                throw new RefusedException("There is another note %s, by %s. Give the new one another id."
                        .formatted(id, known.by()));
            }
            var look = look(subject);
            active(look, subject);
            if (last != null && last.isOpen() && last.notes().size() == Action.MOST_NOTES) {
                throw new RefusedException("An alert has at most %d notes, and this one has them."
                        .formatted(Action.MOST_NOTES));
            }
            return Action.noted(last, subject, id, by, text, look.moment());
        });
    }

    /** Tells that an acknowledgement has lapsed, or that all has ended, unless something else was done since. */
    void tell(Attention.Due due) {
        topic.change(due.subject(), last -> {
            if (last == null || last.revision() != due.revision()) {
                return last;
            }
            var moment = look(due.subject()).moment();
            if (moment.alertsTopic().equals(last.alertsTopic()) && moment.alertsOffset() < last.alertsOffset()) {
                return last;
            }
            return due.because() == Lapse.Because.NO_ALERT ? last.ended(moment) : last.lapsed(due.because(), moment);
        });
    }

    private Action change(Subject subject, ActionTopic.Step step) {
        try {
            return Objects.requireNonNull(topic.change(subject, step));
        } catch (KafkaException e) {
            throw new NotWrittenException(e);
        }
    }

    private ActiveAlerts.Look look(Subject subject) {
        // Milliseconds are what a person can tell apart, and what is stored.
        var look = alerts.look(subject, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (look == null) {
            throw new NotWrittenException(null);
        }
        return look;
    }

    private static AlertState active(ActiveAlerts.Look look, Subject subject) {
        AlertState alert = look.alert();
        if (alert == null) {
            throw new RefusedException("No alert of %s is active, so there is nothing to act on."
                    .formatted(subject.key()));
        }
        return alert;
    }

    /** The act is at odds with what others did or with what is the case; its message tells operators so. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Kafka cannot be reached, or has not been read yet: the act may be stored or not, and can be sent again. */
    public static final class NotWrittenException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotWrittenException(@Nullable Throwable cause) {
            super("Kafka cannot be reached, so it is not known whether this is stored. Send the same again: it is done once.",
                    cause);
        }
    }
}
