package org.gapwatch.border.rejection;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.border.FrontService;
import org.gapwatch.contract.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets rejections that the topic no longer keeps, so that the view stays as bounded as the topic is. */
@Component
class RejectionRetention {

    private static final Logger LOG = LoggerFactory.getLogger(RejectionRetention.class);
    private static final TopicPartition REJECTIONS = new TopicPartition(Topics.REJECTED_EVENTS, 0);

    private final FrontService service;
    private final MongoDatabase database;
    private final Admin admin;

    RejectionRetention(FrontService service, MongoDatabase database, Admin admin) {
        this.service = service;
        this.database = database;
        this.admin = admin;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() throws InterruptedException {
        try {
            long earliest = admin.listOffsets(Map.of(REJECTIONS, OffsetSpec.earliest())).partitionResult(REJECTIONS)
                    .get().offset();
            // Ids of positions begin with a character above all digits, so they are not met.
            database.getCollection(RejectionProjection.collection(service))
                    .deleteMany(Filters.lt("_id", RejectionProjection.id(earliest)));
        } catch (ExecutionException | MongoException e) {
            LOG.info("Old rejections are forgotten an hour later: {}", e.toString());
        }
    }
}
