package org.gapwatch.alerts.view;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.contract.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Forgets who has sent nothing wrong for as long as a tally reaches back, so that a publisher who makes up sources does not
 * fill the view.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RejectionsRetention {

    private static final Logger LOG = LoggerFactory.getLogger(RejectionsRetention.class);
    private static final TopicPartition REJECTIONS = new TopicPartition(Topics.REJECTED_EVENTS, 0);

    private final MongoDatabase database;
    private final Admin admin;
    private final Clock clock;

    RejectionsRetention(MongoDatabase database, Admin admin, Clock clock) {
        this.database = database;
        this.admin = admin;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() throws InterruptedException {
        try {
            long end = offset(OffsetSpec.latest());
            long since = offset(OffsetSpec.forTimestamp(clock.instant().minus(Tally.REACH).toEpochMilli()));
            // Negative where nothing came since. A document knows of the last record that it counts.
            database.getCollection(RejectionsProjection.COLLECTION)
                    .deleteMany(Filters.lt("at.offset", since < 0 ? end : since));
        } catch (ExecutionException | MongoException e) {
            LOG.info("Who has sent nothing wrong for long is forgotten an hour later: {}", e.toString());
        }
    }

    private long offset(OffsetSpec spec) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(REJECTIONS, spec)).partitionResult(REJECTIONS).get().offset();
    }
}
