package org.gapwatch.service.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while a Kafka broker answers. */
final class BrokerHealth extends AbstractHealthIndicator {

    private static final int PATIENCE_SECONDS = 3;

    private final Admin admin;

    BrokerHealth(Admin admin) {
        super("The Kafka broker cannot be reached");
        this.admin = admin;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder)
            throws ExecutionException, InterruptedException, TimeoutException {
        var nodes = admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        builder.up().withDetail("nodes", nodes.size());
    }
}
