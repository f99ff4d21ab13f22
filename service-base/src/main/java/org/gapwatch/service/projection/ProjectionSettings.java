package org.gapwatch.service.projection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections run.
 *
 * @param groupInstanceId the instance's name in consumer groups, empty for members that come and go
 * @param mongodb about the server
 */
@ConfigurationProperties("gapwatch")
public record ProjectionSettings(@DefaultValue("") String groupInstanceId, @DefaultValue Mongodb mongodb) {

    /**
     * About the server.
     *
     * @param singleWriter true for the embedded server: nobody else writes, so writes go by {@code _id} alone
     */
    public record Mongodb(@DefaultValue("false") boolean singleWriter) {
    }
}
