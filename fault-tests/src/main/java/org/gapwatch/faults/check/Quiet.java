package org.gapwatch.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.gapwatch.faults.system.RunningSystem;
import org.gapwatch.faults.system.Service;

/** Invariant 5: no open transaction is left, lag goes to 0, and health becomes ready by itself. */
final class Quiet {

    private static final List<String> GROUPS = List.of("gapwatch-production-intake", "gapwatch-procurement-intake",
            "gapwatch-alerts");

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
        try (Admin admin = system.admin()) {
            admin.listTransactions(new ListTransactionsOptions().filterStates(
                    List.of(TransactionState.ONGOING, TransactionState.PREPARE_ABORT, TransactionState.PREPARE_COMMIT)))
                    .all().get().forEach(open -> findings.wrong("a transaction is open: " + open));
            for (String group : GROUPS) {
                long lag = lag(admin, group);
                if (lag > 0) {
                    findings.wrong(group + " lags behind by " + lag);
                }
            }
        }
    }

    private static long lag(Admin admin, String group) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        new ArrayList<>(committed.keySet()).forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        var ends = admin.listOffsets(asked).all().get();
        return committed.entrySet().stream().filter(each -> each.getValue() != null)
                .mapToLong(each -> Objects.requireNonNull(ends.get(each.getKey())).offset() - each.getValue().offset())
                .sum();
    }
}
