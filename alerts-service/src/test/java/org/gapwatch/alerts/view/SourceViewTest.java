package org.gapwatch.alerts.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.alerts.service.RunningService;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.ReferenceStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody can make up sources: neither the answer nor the view grows with them. */
class SourceViewTest {

    private static final int MADE_UP = SourceView.MOST + 200;

    @Test
    void sourcesThatAreMadeUpCrowdNobodyOutAndAreForgotten(@TempDir Path directory) throws Exception {
        try (var service = new RunningService(directory)) {
            var view = service.context().getBean(SourceView.class);
            service.canonical(new Event("urn:real", "1", Instant.parse("2026-01-01T00:00:00Z"),
                    new ReferenceStatement.Assessed("them", "some.thing", 1_000, LocalDate.of(2026, 1, 1))));
            service.awaitViews();
            for (int i = 0; i < MADE_UP; i++) {
                service.rejection(rejection("urn:made-up:" + i));
            }
            service.rejection(rejection("urn:real"));
            service.flush();
            await().atMost(RunningService.LIMIT).until(() -> view.sources(Instant.now(Clock.systemUTC())).others(),
                    others -> others == MADE_UP + 1 - SourceView.MOST);
            assertThat(names(view)).hasSize(SourceView.MOST).isSorted().contains("urn:real");

            retention(service, Duration.ofDays(7)).forget();
            assertThat(names(view)).hasSize(SourceView.MOST);
            retention(service, Duration.ofDays(9)).forget();
            assertThat(names(view)).containsExactly("urn:real");

            service.rejection(rejection("urn:made-up:1"));
            service.flush();
            await().atMost(RunningService.LIMIT).until(() -> names(view).equals(List.of("urn:made-up:1", "urn:real")));
            assertThat(view.sources(Instant.now(Clock.systemUTC())).sources().getFirst().problems()).hasSize(1);
        }
    }

    private static List<String> names(SourceView view) {
        return view.sources(Instant.now(Clock.systemUTC())).sources().stream().map(Source::source).toList();
    }

    private static RejectionsRetention retention(RunningService service, Duration ahead) {
        var context = service.context();
        return new RejectionsRetention(context.getBean(MongoDatabase.class), context.getBean(Admin.class),
                Clock.offset(Clock.systemUTC(), ahead));
    }

    private static String rejection(String source) {
        return "{\"source\":\"" + source
                + "\",\"problems\":[{\"pointer\":\"\",\"code\":\"not-json\",\"detail\":\"\"}]}";
    }
}
