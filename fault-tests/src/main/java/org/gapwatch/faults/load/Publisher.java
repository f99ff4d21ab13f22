package org.gapwatch.faults.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One publisher: sends its publications one after the other at about an even rate, each until it is acknowledged. */
abstract class Publisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long AGAIN_AFTER_MILLIS = 200;

    private final Publications publications;
    private final Acknowledged acknowledged;
    private final long millisApart;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile long acknowledgedAt;

    Publisher(String name, Publications publications, Acknowledged acknowledged, int perSecond) {
        this.publications = publications;
        this.acknowledged = acknowledged;
        this.millisApart = 1000L / perSecond;
        thread = Thread.ofPlatform().daemon().name("publisher-" + name).unstarted(this::run);
    }

    final void start() {
        thread.start();
    }

    /** Sends it; true once it is acknowledged, false where it is not known whether it was taken. */
    abstract boolean send(Publication publication) throws InterruptedException;

    abstract boolean overHttp();

    private void run() {
        try {
            while (open) {
                publish(publications.next());
                TimeUnit.MILLISECONDS.sleep(millisApart);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends it until it is acknowledged, one at a time. */
    final synchronized void publish(Publication publication) throws InterruptedException {
        acknowledged.attempt(publication, overHttp());
        while (!send(publication)) {
            TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER_MILLIS);
            acknowledged.attempt(publication, overHttp());
        }
        acknowledged.acknowledge(publication);
        acknowledgedAt = System.nanoTime();
    }

    /** When something was last acknowledged, by {@link System#nanoTime()}. */
    final long acknowledgedAt() {
        return acknowledgedAt;
    }

    /** Ends once what is under way is acknowledged; an exception tells where it never is. */
    @Override
    public void close() throws InterruptedException {
        open = false;
        if (!thread.join(PATIENCE)) {
            thread.interrupt();
            throw new IllegalStateException(thread.getName() + " was not acknowledged within " + PATIENCE);
        }
    }
}
