package org.gapwatch.alerts.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that operators have done about the alert of one capability and measure that is active, or was active last.
 *
 * @param revision 1 for the first act, and one more with each
 * @param at when the latest act was done
 * @param alertsTopic the id of the alerts topic as of which the acknowledgement was given, or, without one, the latest act
 *            was done
 * @param alertsOffset the offset of its latest record then: what the topic has later may make the acknowledgement lapse
 * @param acknowledgement null where nobody's holds
 * @param lapsed the latest one that holds no more; null where there was none
 * @param notes in the order in which they were added
 * @param endedAt when it ended, since no alert was active any more; null while one is
 */
public record Action(Subject subject, long revision, Instant at, String alertsTopic, long alertsOffset,
        @Nullable Acknowledgement acknowledgement, @Nullable Lapse lapsed, List<Note> notes,
        @Nullable Instant endedAt) {

    /** So many notes an alert has at most. */
    public static final int MOST_NOTES = 100;

    public Action {
        notes = List.copyOf(notes);
    }

    /**
     * When something is done.
     *
     * @param alertsTopic the id of the alerts topic
     * @param alertsOffset the offset of its latest record that was taken into account
     */
    public record Moment(Instant at, String alertsTopic, long alertsOffset) {
    }

    /** What the next act follows: nothing is left of what has ended but the number. */
    private static Action before(@Nullable Action last, Subject subject, Moment now) {
        if (last == null) {
            return new Action(subject, 0, now.at, now.alertsTopic, now.alertsOffset, null, null, List.of(), null);
        }
        return last.endedAt == null ? last : last.next(now, null, null, List.of(), null, last.revision);
    }

    /** Somebody acknowledges an alert; replaces what held before. */
    public static Action acknowledged(@Nullable Action last, AlertState alert, String by, Moment now) {
        Action before = before(last, alert.subject(), now);
        return before.next(now, new Acknowledgement(by, now.at, alert.alertId(), alert.severity(), alert.phase()),
                before.lapsed, before.notes, null, before.revision + 1);
    }

    /** Somebody adds a note about an alert that is active. */
    public static Action noted(@Nullable Action last, Subject subject, String id, String by, String text, Moment now) {
        Action before = before(last, subject, now);
        List<Note> notes = new ArrayList<>(before.notes);
        notes.add(new Note(id, by, now.at, text));
        // What may make the acknowledgement lapse is still what came after it.
        Moment seen = before.acknowledgement == null
                ? now
                : new Moment(now.at, before.alertsTopic, before.alertsOffset);
        return before.next(seen, before.acknowledgement, before.lapsed, notes, null, before.revision + 1);
    }

    /** The acknowledgement that there is holds no more. */
    public Action lapsed(Lapse.Because because, Moment now) {
        return next(now, null, lapse(because, now), notes, endedAt, revision + 1);
    }

    /** No alert is active any more. */
    public Action ended(Moment now) {
        return next(now, null, lapse(Lapse.Because.NO_ALERT, now), notes, now.at, revision + 1);
    }

    private @Nullable Lapse lapse(Lapse.Because because, Moment now) {
        return acknowledgement == null ? lapsed : new Lapse(acknowledgement, now.at, because);
    }

    private Action next(Moment now, @Nullable Acknowledgement newAcknowledgement, @Nullable Lapse newLapse,
            List<Note> newNotes, @Nullable Instant newEnd, long newRevision) {
        return new Action(subject, newRevision, now.at, now.alertsTopic, now.alertsOffset, newAcknowledgement, newLapse,
                newNotes, newEnd);
    }

    /** Whether there is an alert that it is about. */
    public boolean isOpen() {
        return endedAt == null;
    }

    /** The note of that id. */
    public Optional<Note> note(String id) {
        return notes.stream().filter(note -> note.id().equals(id)).findFirst();
    }
}
