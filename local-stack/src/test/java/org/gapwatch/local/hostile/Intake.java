package org.gapwatch.local.hostile;

import org.gapwatch.contract.Topics;

/** Where events go in. */
enum Intake {
    PRODUCTION(Topics.INTAKE_PRODUCTION), PROCUREMENT(Topics.INTAKE_PROCUREMENT);

    private final String topic;

    Intake(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }
}
