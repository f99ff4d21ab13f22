package org.gapwatch.service.projection;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.service.UnusableSetupException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.ConsumerFactory;

/** Runs the service's {@link Projection} beans, and offers its database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionSettings.class)
public class ProjectionConfiguration {

    /**
     * Before the URI is applied, so that a URI that says otherwise wins. The driver need not retry a write, for which a
     * server keeps a record of each: a projection does, and may.
     */
    @Bean
    @Order(-1)
    MongoClientSettingsBuilderCustomizer promptAnswers() {
        return settings -> settings.retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, TimeUnit.SECONDS).readTimeout(60, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoConnectionDetails connection) {
        ConnectionString uri = connection.getConnectionString();
        String name = uri.getDatabase();
        if (name == null) {
            throw new UnusableSetupException("The MongoDB URI names no database. Give one after the host, as in "
                    + "mongodb://localhost:27017/gapwatch (MONGODB_URI or spring.mongodb.uri).");
        }
        return client.getDatabase(name);
    }

    @Bean
    Projections projections(ObjectProvider<Projection> projections, ConsumerFactory<?, ?> kafka, MongoDatabase database,
            Admin admin, ProjectionSettings settings, MeterRegistry metrics) {
        return new Projections(projections.orderedStream().toList(), kafka, database, admin, settings, metrics);
    }

    @Bean
    ViewsEndpoint viewsEndpoint(Projections projections) {
        return new ViewsEndpoint(projections);
    }
}
