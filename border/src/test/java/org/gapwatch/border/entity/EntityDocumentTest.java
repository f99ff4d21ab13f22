package org.gapwatch.border.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.OrderStatement;
import org.gapwatch.service.projection.Change;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityDocumentTest {

    private final List<Change.Piece> pieces = new ArrayList<>();

    @Test
    void aLongHistoryLeavesPiecesBehindAndTheDocumentStaysSmall() {
        Document document = null;
        for (int i = 0; i < 1000; i++) {
            document = with(document, i, "{}", Map.of());
            assertThat(document.getList("statements", Document.class)).hasSizeLessThanOrEqualTo(64);
        }
        assertThat(pieces).extracting(Change.Piece::id).startsWith("cyber/o#0", "cyber/o#1").hasSize(15);
        List<String> ids = new ArrayList<>();
        pieces.forEach(piece -> ids.addAll(ids(piece.document())));
        ids.addAll(ids(Objects.requireNonNull(document)));
        assertThat(ids).hasSize(1000).startsWith("0", "1").endsWith("998", "999");
    }

    @Test
    void largeStatementsFillAPieceSooner() {
        String data = "x".repeat(60_000);
        Document document = with(with(with(null, 1, data, Map.of()), 2, data, Map.of()), 3, data, Map.of());
        assertThat(ids(pieces.getFirst().document())).containsExactly("1", "2");
        assertThat(ids(document)).containsExactly("3");
    }

    @Test
    void aLateStatementBringsNoOldLabelsBack() {
        Document document = with(null, 5, "{}", Map.of("buyer", "Navy"));
        document = with(document, 3, "{}", Map.of("buyer", "Army"));
        document = with(document, 7, "{}", Map.of());

        assertThat(document.get("labels", Document.class)).isEqualTo(new Document("buyer", "Navy"));
        assertThat(EntityDocument.updated(document)).isEqualTo(Instant.EPOCH.plusSeconds(7));
    }

    private Document with(@Nullable Document document, int i, String data, Map<String, String> labels) {
        var event = new Event("urn:test", "" + i, Instant.EPOCH.plusSeconds(i),
                new OrderStatement.Cancelled("o", "cyber"));
        var statement = new StoredStatement(event.statement().type().cloudEventsType(), "urn:test", "" + i,
                event.time().toString(), data);
        return EntityDocument.with(document, event, statement, labels, pieces::add);
    }

    private static List<String> ids(Document document) {
        return document.getList("statements", Document.class).stream().map(each -> each.getString("id")).toList();
    }
}
