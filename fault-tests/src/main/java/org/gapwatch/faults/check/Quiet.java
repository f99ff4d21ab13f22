package org.gapwatch.faults.check;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.RunningSystem;
import org.gapwatch.faults.system.Service;

/** Invariant 5: no open transaction is left, lag goes to 0, and health becomes ready by itself. */
final class Quiet {

    private Quiet() {
    }

    static void check(RunningSystem system, Findings findings) throws Exception {
        for (Service service : system.services()) {
            if (!service.ready()) {
                findings.wrong(service.name() + " is not ready");
            } else if (service.projectionLag() > 0) {
                findings.wrong(service.name() + " has views that lag behind by " + service.projectionLag());
            }
        }
        for (Kind kind : Kind.values()) {
            long lag = system.lag(kind);
            if (lag > 0) {
                findings.wrong(kind.label() + " has " + lag + " records still to read");
            }
        }
        try (Admin admin = system.admin()) {
            admin.listTransactions(new ListTransactionsOptions().filterStates(
                    List.of(TransactionState.ONGOING, TransactionState.PREPARE_ABORT, TransactionState.PREPARE_COMMIT)))
                    .all().get().forEach(open -> findings.wrong("a transaction is open: " + open));
        }
    }
}
