package org.gapwatch.alerts.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapwatch.alerts.action.Lapse.Because;
import org.gapwatch.alerts.episode.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Which acknowledgements hold no more, and what has ended, told from the records of the alerts and actions topics in their
 * order. An acknowledgement lapses with the first record after it that makes the alert more severe than it was, or has it
 * widen where the record before did not. All of an action ends where no alert of its subject is active. Not safe for use by
 * several threads.
 */
public final class Attention {

    /**
     * A correction may withdraw one alert and open another for it in one transaction, of which a reader may see the half.
     * What is gone for longer than a transaction lasts is gone.
     */
    static final Duration TRANSACTION = Duration.ofSeconds(10);

    /** An action that is to be told otherwise: as of which of its revisions, and why. */
    public record Due(Subject subject, long revision, Because because) {
    }

    private static final class Watched {
        final Set<String> active = new HashSet<>();
        @Nullable
        AlertState latest;
        @Nullable
        Instant noneSince;
        @Nullable
        Action action;
        @Nullable
        Because due;
    }

    private final Map<Subject, Watched> subjects = new HashMap<>();
    /** Those whose action has not ended. */
    private final Set<Subject> open = new HashSet<>();
    private String topic = "";

    /** Forgets all: the topics are read from their beginning; that of the alerts has this id. */
    public void begin(String alertsTopic) {
        topic = alertsTopic;
        subjects.clear();
        open.clear();
    }

    /** The next record of the alerts topic, and when it was written. */
    public void alert(AlertState alert, Instant writtenAt) {
        Watched watched = watched(alert.subject());
        if (alert.active()) {
            Action action = watched.action;
            if (action != null && action.isOpen() && action.isBefore(topic, alert.offset()) && watched.due == null) {
                watched.due = due(watched, action, alert, writtenAt);
            }
            watched.active.add(alert.alertId());
            watched.noneSince = null;
            watched.latest = alert;
        } else if (watched.active.remove(alert.alertId()) && watched.active.isEmpty()) {
            watched.noneSince = writtenAt;
        }
    }

    private static @Nullable Because due(Watched watched, Action action, AlertState alert, Instant writtenAt) {
        if (watched.noneSince != null && writtenAt.isAfter(watched.noneSince.plus(TRANSACTION))) {
            return Because.NO_ALERT;
        }
        if (action.acknowledgement() == null) {
            return null;
        }
        Phase before = watched.latest == null ? action.acknowledgement().phase() : watched.latest.phase();
        return exceeded(action.acknowledgement(), before, alert);
    }

    private static @Nullable Because exceeded(Acknowledgement acknowledgement, Phase before, AlertState alert) {
        if (acknowledgement.isExceededBy(alert)) {
            return Because.MORE_SEVERE;
        }
        return alert.phase() == Phase.WIDENING && before != Phase.WIDENING ? Because.WIDENS_AGAIN : null;
    }

    /** The next record of the actions topic. */
    public void action(Action action) {
        Watched watched = watched(action.subject());
        if (watched.action != null && watched.action.revision() >= action.revision()) {
            return;
        }
        watched.action = action;
        watched.due = null;
        if (!action.isOpen()) {
            open.remove(action.subject());
            return;
        }
        open.add(action.subject());
        AlertState latest = watched.latest;
        // Records of the alert may have come between the look at it and the act.
        if (latest != null && action.acknowledgement() != null && action.isBefore(topic, latest.offset())) {
            watched.due = exceeded(action.acknowledgement(), action.acknowledgement().phase(), latest);
        }
    }

    /**
     * What is to be told otherwise now; again with each call until {@link #action} brings a later revision.
     *
     * @param complete whether all that was written is read, so that no transaction was seen by half
     */
    public List<Due> due(boolean complete) {
        List<Due> due = new ArrayList<>();
        for (Subject subject : open) {
            Watched watched = watched(subject);
            Action action = watched.action;
            // Where the topic does not know the subject, it is a new one that is being filled.
            boolean gone = complete && watched.latest != null && watched.active.isEmpty();
            Because because = gone ? Because.NO_ALERT : watched.due;
            if (action != null && because != null) {
                due.add(new Due(subject, action.revision(), because));
            }
        }
        return due;
    }

    private Watched watched(Subject subject) {
        return subjects.computeIfAbsent(subject, _ -> new Watched());
    }
}
