package org.gapwatch.faults.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gapwatch.faults.check.FeedClient;
import org.gapwatch.faults.check.Findings;
import org.gapwatch.faults.load.Load;
import org.gapwatch.faults.system.RunningSystem;
import org.gapwatch.faults.system.Wait;
import org.jspecify.annotations.Nullable;

/** Where a fault happens: a running system with a load on it and a client of its feed. */
public final class Scene implements AutoCloseable {

    private final RunningSystem system;
    private final Load load;
    private final List<FeedClient> feeds = new ArrayList<>();
    private final SplittableRandom random;
    private final Findings findings;
    private final Map<String, Integer> notes = new HashMap<>();
    private long brokenAt;
    private @Nullable Duration back;

    /** A scene that is running. */
    public Scene(RunningSystem system, Load load, FeedClient feed, SplittableRandom random, Findings findings) {
        this.system = system;
        this.load = load;
        feeds.add(feed);
        this.random = random;
        this.findings = findings;
    }

    /** What is broken. */
    public RunningSystem system() {
        return system;
    }

    /** What is published meanwhile. */
    public Load load() {
        return load;
    }

    /** Clients of the feed, of which the first was there before there was anything. */
    public List<FeedClient> feeds() {
        return feeds;
    }

    /** The source of all randomness. */
    public SplittableRandom random() {
        return random;
    }

    /** What a fault itself finds wrong. */
    public Findings findings() {
        return findings;
    }

    /** Notes something about the fault in progress, to be counted in its row. */
    public void note(String what) {
        notes.merge(what, 1, Integer::sum);
    }

    /** What was noted since this was asked for last, and how often. */
    public Map<String, Integer> takeNotes() {
        Map<String, Integer> taken = Map.copyOf(notes);
        notes.clear();
        return taken;
    }

    /** Lets time pass, up to so much. */
    public void pause(Duration most) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextLong(most.toMillis() + 1));
    }

    /** The time back to ready counts from here; without it, from the beginning of the fault. */
    public void broken() {
        brokenAt = System.nanoTime();
        back = null;
    }

    /** Waits until all is ready and publishers are acknowledged again; how long that took the first time after the fault. */
    public Duration awaitBack() throws InterruptedException {
        Wait.until("all is ready again", () -> load.flowsSince(brokenAt) && system.ready());
        Duration first = back;
        if (first == null) {
            first = Duration.ofNanos(System.nanoTime() - brokenAt);
            back = first;
        }
        return first;
    }

    /** Lets the clients of the feed go. */
    @Override
    public void close() throws InterruptedException {
        for (FeedClient feed : feeds) {
            feed.close();
        }
    }
}
