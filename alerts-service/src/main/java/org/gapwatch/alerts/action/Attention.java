package org.gapwatch.alerts.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gapwatch.alerts.action.Lapse.Because;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which acknowledgements hold no more, and what has ended, told from the records of the alerts and actions topics; the two
 * may be read in any order. An acknowledgement lapses with the first record after it that makes the alert more severe than
 * it was, or has it widen where the record before did not. All of an action ends where the alert is resolved, or no alert
 * of its subject is active. Not safe for use by several threads.
 */
public final class Attention {

    /**
     * A correction may withdraw one alert and open another for it in one transaction, of which a reader may see the half.
     * What is gone for longer than a transaction lasts is gone.
     */
    static final Duration TRANSACTION = Duration.ofSeconds(10);

    private static final long NEVER = -1;

    /** An action that is to be told otherwise: as of which of its revisions, and why. */
    public record Due(Subject subject, long revision, Because because) {
    }

    /** What the alerts topic says of a subject: the offsets of the latest records that matter. */
    private static final class Known {
        final Set<String> active = new HashSet<>();
        /** By severity, of a record that is at least so severe. */
        final long[] severe = {NEVER, NEVER, NEVER};
        long widensAgain = NEVER;
        long ended = NEVER;
        @Nullable
        AlertState latest;
        long withdrawn = NEVER;
        @Nullable
        Instant withdrawnAt;
    }

    private final Map<Subject, Known> alerts = new HashMap<>();
    private final Map<Subject, Action> actions = new HashMap<>();
    private String topic = "";
    private long read = NEVER;

    /** Forgets all: the topics are read from their beginning; that of the alerts has this id. */
    public void begin(String alertsTopic) {
        topic = alertsTopic;
        read = NEVER;
        alerts.clear();
        actions.clear();
    }

    /** The next record of the alerts topic, and when it was written. */
    public void alert(AlertState alert, Instant writtenAt) {
        read = alert.offset();
        Known known = alerts.computeIfAbsent(alert.subject(), _ -> new Known());
        switch (alert.status()) {
            case ACTIVE -> goesOn(known, alert, writtenAt);
            case RESOLVED -> {
                if (known.active.remove(alert.alertId())) {
                    known.ended = alert.offset();
                }
            }
            case WITHDRAWN -> {
                if (known.active.remove(alert.alertId()) && known.active.isEmpty()) {
                    known.withdrawn = alert.offset();
                    known.withdrawnAt = writtenAt;
                }
            }
        }
    }

    private static void goesOn(Known known, AlertState alert, Instant writtenAt) {
        if (known.withdrawnAt != null && writtenAt.isAfter(known.withdrawnAt.plus(TRANSACTION))) {
            known.ended = known.withdrawn;
        }
        known.withdrawnAt = null;
        for (int severity = 0; severity <= alert.severity().ordinal(); severity++) {
            known.severe[severity] = alert.offset();
        }
        AlertState before = known.latest;
        boolean again = alert.phase() == Phase.WIDENING && before != null && before.phase() != Phase.WIDENING;
        boolean meanwhile = alert.worsened() && before != null && alert.severity().compareTo(before.severity()) <= 0;
        if (again || meanwhile) {
            known.widensAgain = alert.offset();
        }
        known.latest = alert;
        known.active.add(alert.alertId());
    }

    /** The next record of the actions topic. */
    public void action(Action action) {
        // One that has ended is kept for its number, or one before it that comes again would begin anew.
        actions.merge(action.subject(), action,
                (known, other) -> other.revision() > known.revision() ? other : known);
    }

    /**
     * What is to be told otherwise now; again with each call until {@link #action} brings a later revision.
     *
     * @param complete whether all that was written is read, so that no transaction was seen by half
     */
    public List<Due> due(boolean complete) {
        List<Due> due = new ArrayList<>();
        for (Action action : actions.values()) {
            Known known = alerts.get(action.subject());
            Because because = known == null || !action.isOpen() ? null : because(action, known, complete);
            if (because != null) {
                due.add(new Due(action.subject(), action.revision(), because));
            }
        }
        return due;
    }

    private @Nullable Because because(Action action, Known known, boolean complete) {
        boolean gone = complete && known.active.isEmpty();
        Acknowledgement acknowledgement = action.acknowledgement();
        if (!action.alertsTopic().equals(topic)) {
            // Another topic, in which everything is told anew: only how it stands now can be compared.
            if (gone) {
                return Because.NO_ALERT;
            }
            return complete && acknowledgement != null
                    && acknowledgement.isExceededBy(Objects.requireNonNull(known.latest)) ? Because.MORE_SEVERE : null;
        }
        long since = action.alertsOffset();
        if (read < since) {
            return null; // Another instance has read further.
        }
        if (gone || known.ended > since) {
            return Because.NO_ALERT;
        }
        if (acknowledgement == null) {
            return null;
        }
        int more = acknowledgement.severity().ordinal() + 1;
        if (more < Severity.values().length && known.severe[more] > since) {
            return Because.MORE_SEVERE;
        }
        return known.widensAgain > since ? Because.WIDENS_AGAIN : null;
    }
}
