package org.gapwatch.local.stack;

import org.gapwatch.alerts.AlertsService;
import org.gapwatch.local.settings.Port;
import org.gapwatch.procurement.ProcurementService;
import org.gapwatch.production.ProductionService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The three services, each with its port and the one way to start it. */
enum Service {
    PRODUCTION(Port.PRODUCTION), PROCUREMENT(Port.PROCUREMENT), ALERTS(Port.ALERTS);

    private final Port port;

    Service(Port port) {
        this.port = port;
    }

    Port port() {
        return port;
    }

    SpringApplicationBuilder application() {
        return switch (this) {
            case PRODUCTION -> ProductionService.application();
            case PROCUREMENT -> ProcurementService.application();
            case ALERTS -> AlertsService.application();
        };
    }
}
