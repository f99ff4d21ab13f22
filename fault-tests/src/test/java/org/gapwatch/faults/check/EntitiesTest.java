package org.gapwatch.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.OrderStatement;
import org.junit.jupiter.api.Test;

/** That a statement or an entity which is missing or too much is found. */
class EntitiesTest {

    private static final String ORDER = Entities.key(EntityKind.ORDER, "c", "o");
    private static final String FIRST = Entities.name("s", "first");
    private static final String SECOND = Entities.name("s", "second");

    private static Event cancelled(String id) {
        return new Event("s", id, Instant.parse("2026-01-02T03:04:05Z"), new OrderStatement.Cancelled("o", "c"));
    }

    /** Where the first event lies twice in the canonical topic, and the second once. */
    private static Findings findings(Map<String, List<String>> statements) {
        Findings findings = new Findings();
        new Entities(List.of(cancelled("first"), cancelled("second")), Map.of(FIRST, 2, SECOND, 1))
                .checkMongo(statements, findings);
        return findings;
    }

    @Test
    void whatIsRightIsFoundRight() {
        assertThat(findings(Map.of(ORDER, List.of(SECOND, FIRST, FIRST))).words()).isEmpty();
    }

    @Test
    void aStatementThatIsMissingOrTooMuchIsFound() {
        assertThat(findings(Map.of(ORDER, List.of(FIRST, FIRST))).wrong()).isEqualTo(1);
        assertThat(findings(Map.of(ORDER, List.of(FIRST, SECOND))).wrong()).isEqualTo(1);
        assertThat(findings(Map.of(ORDER, List.of(FIRST, FIRST, FIRST, SECOND))).wrong()).isEqualTo(1);
    }

    @Test
    void anEntityThatIsMissingOrTooMuchIsFound() {
        assertThat(findings(Map.of()).wrong()).isEqualTo(1);
        Map<String, List<String>> statements = new HashMap<>(Map.of(ORDER, List.of(FIRST, FIRST, SECOND)));
        statements.put(Entities.key(EntityKind.LINE, "c", "l"), List.of(FIRST));
        assertThat(findings(statements).wrong()).isEqualTo(1);
    }
}
