package org.gapwatch.alerts.operator;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.AlertState;
import org.gapwatch.alerts.action.Attention;
import org.gapwatch.alerts.feed.FeedListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that an acknowledgement has lapsed, or that all of an action has ended, once the feed says so. It does so on a
 * thread of its own, for the feed must not wait; what could not be written is due again.
 */
final class Lapses implements FeedListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);

    /** Every instance finds out the same at the same time: the first to write it spares the others that. */
    private static final long MAX_DELAY_MS = 500;

    private final Attention attention = new Attention();
    private final Actions actions;
    private final Set<Attention.Due> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService writer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("action-lapses").daemon().factory());
    private boolean completeOnce;

    Lapses(Actions actions) {
        this.actions = actions;
    }

    @Override
    public void begin(String alertsTopic) {
        attention.begin(alertsTopic);
        completeOnce = false;
    }

    @Override
    public void alert(AlertState alert, Instant writtenAt) {
        attention.alert(alert, writtenAt);
    }

    @Override
    public void action(Action action) {
        attention.action(action);
    }

    @Override
    public void read(boolean complete) {
        completeOnce |= complete;
        if (!completeOnce) {
            return; // What is told of the past may have been told long ago.
        }
        for (Attention.Due due : attention.due(complete)) {
            if (underWay.add(due)) {
                writer.schedule(() -> tell(due), ThreadLocalRandom.current().nextLong(MAX_DELAY_MS),
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tell(Attention.Due due) {
        try {
            actions.tell(due);
        } catch (RuntimeException e) {
            LOG.warn("It could not be written that what was done about {} holds no more, and is tried again: {}",
                    due.subject().key(), e.toString());
            LOG.debug("It could not be written", e);
        } finally {
            underWay.remove(due);
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}
