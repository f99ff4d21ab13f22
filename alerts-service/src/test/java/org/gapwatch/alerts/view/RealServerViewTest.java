package org.gapwatch.alerts.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.contract.EntityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real MongoDB server. */
@EnabledIfEnvironmentVariable(named = RealServerViewTest.URI, matches = ".+", disabledReason = "GAPWATCH_TEST_MONGODB_URI names no MongoDB server to test with")
class RealServerViewTest extends ViewContract {

    static final String URI = "GAPWATCH_TEST_MONGODB_URI";

    @Override
    String uri() {
        return Objects.requireNonNull(System.getenv(URI));
    }

    @ParameterizedTest
    @EnumSource
    void readsFewMoreAlertsThanAPageHas(AlertOrder order) {
        var deep = new AlertQuery.Place(LocalDate.of(2026, 1, 20), "alert-0");
        assertThat(documentsRead(() -> {
            assertThat(alerts.find(query(order, AlertStatus.ACTIVE, null, null)).items()).hasSize(PAGE);
            assertThat(alerts.find(query(order, AlertStatus.ACTIVE, null, deep)).items()).hasSize(PAGE);
            // By an index that has the order alone, the server passes over some of another status.
        })).hasSize(2).allMatch(documents -> documents <= 10 * PAGE);
    }

    @Test
    void readsNoMoreStatementsThanAPageHasOfEachKind() {
        var deep = statements.newest(OFTEN, EnumSet.allOf(EntityKind.class), 300, null).last();
        assertThat(documentsRead(() -> {
            assertThat(statements.newest(OFTEN, EnumSet.allOf(EntityKind.class), PAGE, null).items()).hasSize(PAGE);
            assertThat(statements.newest(OFTEN, EnumSet.allOf(EntityKind.class), PAGE, deep).items()).hasSize(PAGE);
        })).hasSize(2 * EntityKind.values().length).allMatch(documents -> documents <= PAGE + 1);
    }

    /** How many documents each query reads, as the server's profiler tells. */
    private List<Integer> documentsRead(Runnable queries) {
        profile(2);
        try {
            queries.run();
        } finally {
            profile(0);
        }
        var profile = database.getCollection("system.profile");
        var read = profile.find(Filters.eq("op", "query")).map(query -> query.getInteger("docsExamined"))
                .into(new ArrayList<>());
        profile.drop();
        return read;
    }

    private void profile(int level) {
        var _ = database.runCommand(new Document("profile", level));
    }
}
