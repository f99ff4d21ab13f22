package org.gapwatch.faults.system;

import org.gapwatch.alerts.AlertsService;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The three services. */
public enum Kind {
    /** Lines and reference output. */
    PRODUCTION("production-service", ProductionService.class),
    /** Orders. */
    PROCUREMENT("procurement-service", ProcurementService.class),
    /** Gaps and alerts. */
    ALERTS("alerts-service", AlertsService.class);

    private final String label;
    private final Class<?> main;

    Kind(String label, Class<?> main) {
        this.label = label;
        this.main = main;
    }

    /** The service's name. */
    public String label() {
        return label;
    }

    Class<?> main() {
        return main;
    }

    SpringApplicationBuilder application() {
        return switch (this) {
            case PRODUCTION -> ProductionService.application();
            case PROCUREMENT -> ProcurementService.application();
            case ALERTS -> AlertsService.application();
        };
    }
}
