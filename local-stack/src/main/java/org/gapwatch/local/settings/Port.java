package org.gapwatch.local.settings;

/** The ports that Gapwatch listens on, with the environment variable that changes each. */
public enum Port {
    KAFKA("Kafka", "GAPWATCH_KAFKA_PORT", 9092), MONGODB("MongoDB", "GAPWATCH_MONGODB_PORT", 27017), PRODUCTION(
            "production-service", "GAPWATCH_PRODUCTION_PORT", 8081), PROCUREMENT("procurement-service",
                    "GAPWATCH_PROCUREMENT_PORT", 8082), ALERTS("alerts-service", "GAPWATCH_ALERTS_PORT", 8083);

    private final String server;
    private final String variable;
    private final int standard;

    Port(String server, String variable, int standard) {
        this.server = server;
        this.variable = variable;
        this.standard = standard;
    }

    /** Who listens there. */
    public String server() {
        return server;
    }

    /** The environment variable. */
    public String variable() {
        return variable;
    }

    /** The port where the variable is not set. */
    public int standard() {
        return standard;
    }
}
