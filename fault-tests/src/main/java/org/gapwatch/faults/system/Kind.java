package org.gapwatch.faults.system;

import java.util.List;
import org.gapwatch.alerts.AlertsService;
import org.gapwatch.contract.Topics;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The three services. */
public enum Kind {
    /** Lines and reference output. */
    PRODUCTION("production-service", ProductionService.class,
            new ConsumerGroup("gapwatch-production-intake", List.of(Topics.INTAKE_PRODUCTION))),
    /** Orders. */
    PROCUREMENT("procurement-service", ProcurementService.class,
            new ConsumerGroup("gapwatch-procurement-intake", List.of(Topics.INTAKE_PROCUREMENT))),
    /** Gaps and alerts. */
    ALERTS("alerts-service", AlertsService.class, new ConsumerGroup("gapwatch-alerts",
            List.of(Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT, Topics.PROCUREMENT_ORDERS)));

    private final String label;
    private final Class<?> main;
    private final ConsumerGroup group;

    Kind(String label, Class<?> main, ConsumerGroup group) {
        this.label = label;
        this.main = main;
        this.group = group;
    }

    /** The service's name. */
    public String label() {
        return label;
    }

    Class<?> main() {
        return main;
    }

    /** The group in which its instances read. */
    ConsumerGroup group() {
        return group;
    }

    SpringApplicationBuilder application() {
        return switch (this) {
            case PRODUCTION -> ProductionService.application();
            case PROCUREMENT -> ProcurementService.application();
            case ALERTS -> AlertsService.application();
        };
    }
}
