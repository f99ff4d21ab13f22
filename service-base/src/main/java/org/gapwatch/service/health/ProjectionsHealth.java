package org.gapwatch.service.health;

import org.gapwatch.service.projection.ProjectionStatus;
import org.gapwatch.service.projection.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up once every projection has caught up, and while none of them is held up. */
final class ProjectionsHealth implements HealthIndicator {

    private final Projections projections;

    ProjectionsHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var runner : projections.runners()) {
            ProjectionStatus status = runner.status();
            if (!status.caughtUp() || status.failure() != null) {
                health.down();
            }
            health.withDetail(runner.name(), tell(status));
        }
        return health.build();
    }

    private static String tell(ProjectionStatus status) {
        if (status.failure() != null) {
            return "held up, " + status.lag() + " records behind: " + status.failure();
        }
        return (status.caughtUp() ? "caught up, " : "catching up, ") + status.lag() + " records behind";
    }
}
