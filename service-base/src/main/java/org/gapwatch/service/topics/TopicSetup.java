package org.gapwatch.service.topics;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.gapwatch.service.UnusableSetupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that do not exist, and checks those that do, before anything else of the service works with Kafka.
 * A broker that cannot be reached is waited for, and so are, for a time, the brokers that replicas need. A topic that exists belongs to its operators and is never changed.
 */
class TopicSetup implements SmartLifecycle {

    /** After the web server (which tells health while the broker is waited for), before streams and listeners. */
    static final int PHASE = Integer.MAX_VALUE - 2000;

    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Admin admin;
    private final TopicDefinitions definitions;
    private final TopicCheck check;
    private final short replicationFactor;
    private final Duration tooFewBrokersLimit;
    private @Nullable Long tooFewBrokersSince;
    private volatile boolean running;

    TopicSetup(Admin admin, TopicDefinitions definitions, short replicationFactor, Duration tooFewBrokersLimit) {
        this.admin = admin;
        this.definitions = definitions;
        this.check = new TopicCheck(admin, definitions);
        this.replicationFactor = replicationFactor;
        this.tooFewBrokersLimit = tooFewBrokersLimit;
    }

    @Override
    public void start() {
        running = true;
        try {
            for (int attempt = 1; running && !established(attempt); attempt++) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the Kafka broker.", e);
        }
    }

    private boolean established(int attempt) throws InterruptedException {
        try {
            createMissing();
            check.check();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidReplicationFactorException tooFew) {
                waitForBrokers(tooFew, attempt);
                return false;
            }
            if (e.getCause() instanceof InvalidConfigurationException unknown) {
                throw new UnusableSetupException("The topics cannot be created as they have to be: "
                        + unknown.getMessage() + " Gapwatch needs brokers of Kafka 4.2.2 or later.");
            }
            if (!(e.getCause() instanceof RetriableException)) {
                throw new IllegalStateException("The topics cannot be set up: " + e.getCause(), e.getCause());
            }
            if (attempt % 10 == 1) {
                LOG.warn("Waiting for the Kafka broker: {}", e.getMessage());
            }
            return false;
        }
    }

    /** In a cluster that is coming up, the brokers register one after the other. */
    private void waitForBrokers(InvalidReplicationFactorException tooFew, int attempt) {
        long now = System.nanoTime();
        if (tooFewBrokersSince == null) {
            tooFewBrokersSince = now;
        }
        if (now - tooFewBrokersSince >= tooFewBrokersLimit.toNanos()) {
            throw new UnusableSetupException(
                    ("The topics cannot be created with %d replicas (%s) Start more brokers, or "
                            + "set gapwatch.topics.replication-factor (GAPWATCH_REPLICATION_FACTOR) and min-insync-replicas "
                            + "(GAPWATCH_MIN_INSYNC_REPLICAS) to what the cluster has.")
                            .formatted(replicationFactor, tooFew.getMessage()));
        }
        if (attempt % 10 == 1) {
            LOG.warn("Waiting up to {} s for the brokers that {} replicas of a topic need: {}",
                    tooFewBrokersLimit.toSeconds(), replicationFactor, tooFew.getMessage());
        }
    }

    private void createMissing() throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing = definitions.all().stream().filter(topic -> !existing.contains(topic.name())).toList();
        for (var creation : admin.createTopics(missing).values().entrySet()) {
            try {
                creation.getValue().get();
                LOG.info("Created topic {}", creation.getKey());
            } catch (ExecutionException e) {
                // Another service or instance was faster.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
