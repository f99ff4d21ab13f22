package org.gapwatch.service.health;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while MongoDB answers a ping, which every server knows. */
final class DatabaseHealth extends AbstractHealthIndicator {

    private final MongoDatabase database;

    DatabaseHealth(MongoDatabase database) {
        super("MongoDB cannot be reached");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        database.runCommand(new Document("ping", 1));
        builder.up();
    }
}
