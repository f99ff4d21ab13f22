package org.gapwatch.service.projection;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.bson.Document;
import org.gapwatch.service.topics.TopicIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one projection going, on a thread of its own. Whatever fails is tried again without end, waiting longer each time,
 * and told in {@link #status()}: nothing is ever skipped.
 */
public final class ProjectionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final int CATCH_UP_TRIES = 20;
    private static final long COMPARE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final Projection projection;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final MongoDatabase database;
    private final MongoCollection<Document> collection;
    private final DocumentWriter writer;
    private final TopicIdentity identity;
    private final Backoff backoff = new Backoff();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile ProjectionStatus status = ProjectionStatus.STARTING;
    /** Held while the session is used: by the projection's thread, or by that of a rebuild. Fair, so that each gets it. */
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable ProjectionSession session;
    private volatile @Nullable Rebuild rebuild;

    ProjectionRunner(Projection projection, Supplier<Consumer<byte[], byte[]>> consumers,
            MongoDatabase database, DocumentWriter writer, TopicIdentity identity) {
        this.projection = projection;
        this.consumers = consumers;
        this.database = database;
        this.collection = database.getCollection(projection.name());
        this.writer = writer;
        this.identity = identity;
    }

    /** The projection's name. */
    public String name() {
        return projection.name();
    }

    /** How it stands. */
    public ProjectionStatus status() {
        return isAlive() ? status : status.failing("Its thread has died, see the log. Restart the service.");
    }

    /** False where an error has ended its thread, so that nothing is tried again. */
    public boolean isAlive() {
        var running = thread;
        return running == null || running.isAlive();
    }

    void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("projection-" + name()).start(this::run);
    }

    private void run() {
        while (isOpen()) {
            try (var created = consumers.get();
                    var opened = ProjectionSession.ofGroup(projection, created, collection, writer, identity)) {
                consumer = created;
                inTurn(() -> session = opened);
                try {
                    project(opened);
                } finally {
                    inTurn(() -> session = null);
                }
            } catch (WakeupException e) {
                LOG.debug("Projection {} is stopping", name(), e);
            } catch (RuntimeException e) {
                status = status.failing(failed(e));
                pause();
            }
        }
    }

    private void project(ProjectionSession session) {
        long comparedAt = System.nanoTime();
        while (isOpen()) {
            try {
                boolean compare = System.nanoTime() - comparedAt > COMPARE_EVERY_NANOS;
                inTurn(() -> {
                    if (compare) {
                        session.compareWithStored();
                    }
                    status = session.step();
                });
                comparedAt = compare ? System.nanoTime() : comparedAt;
                backoff.reset();
            } catch (WakeupException e) {
                throw e;
            } catch (RuntimeException e) {
                inTurn(() -> {
                    session.rewind();
                    status = session.failing(failed(e));
                });
                pause();
                inTurn(session::keepMembership);
            }
        }
    }

    private void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Builds the view anew beside the one that is read, and puts it in its place once it knows as much. Where that is under
     * way already, it goes on.
     */
    public synchronized void rebuild() {
        var current = rebuild;
        if (current == null || current.status().state() != RebuildStatus.State.RUNNING) {
            var created = new Rebuild(projection, consumers, database, writer, identity, this::isOpen, this::replace);
            rebuild = created;
            Thread.ofPlatform().daemon().name("rebuild-" + name()).start(created);
        }
    }

    /** How the latest rebuild stands since the service started; null where there was none. */
    public @Nullable RebuildStatus rebuildStatus() {
        var current = rebuild;
        return current == null ? null : current.status();
    }

    /** While the view in use stands still: lets the new one catch up with it, and puts it in its place. */
    private boolean replace(ProjectionSession rebuilt, Runnable putInPlace) {
        turn.lock();
        try {
            var inUse = session;
            for (int tries = 0; inUse != null && !rebuilt.knowsAsMuchAs(inUse); tries++) {
                if (tries == CATCH_UP_TRIES) {
                    return false;
                }
                rebuilt.step();
            }
            putInPlace.run();
            if (inUse != null) {
                inUse.rewind();
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    private String failed(RuntimeException e) {
        var what = e instanceof MongoException ? "MongoDB: " : "";
        LOG.warn("Projection {} cannot go on, and tries again: {}", name(), e.toString());
        LOG.debug("Projection {} failed", name(), e);
        return what + e.getMessage();
    }

    private boolean isOpen() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            // The answer only says whether it was cut short, which the loop asks for anyway.
            boolean _ = stopped.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only a stop interrupts; thrown, it would end the thread without a word.
            stopped.countDown();
        }
    }

    void stop() {
        stopped.countDown();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        var running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }
}
