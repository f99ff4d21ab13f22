package org.gapwatch.service.health;

import org.gapwatch.service.projection.ProjectionRunner;
import org.gapwatch.service.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** For liveness: down only where an error has ended a projection, which a restart of the process mends. */
final class ProjectionsAlive implements HealthIndicator {

    private final Projections projections;

    ProjectionsAlive(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        return (projections.runners().stream().allMatch(ProjectionRunner::isAlive) ? Health.up() : Health.down())
                .build();
    }
}
