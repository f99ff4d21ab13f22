package org.gapwatch.border.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.gapwatch.contract.EntityKind;
import org.junit.jupiter.api.Test;

class EntityFoldingTest {

    private static final Document HEAD = new Document("capability", "ships.frigate").append("id", "o")
            .append("updated", "2026-01-02T00:00:00.000000000Z").append("labels", new Document(Map.of()));
    private static final List<Document> PIECE = List.of(
            statement("placed", "1", "2026-01-02T00:00:00Z",
                    ",\"schedule\":[{\"dueOn\":\"2026-12-01\",\"quantity\":8}]"));
    private static final List<Document> LATEST = List.of(
            statement("placed", "1", "2026-01-02T00:00:00Z",
                    ",\"schedule\":[{\"dueOn\":\"2026-12-01\",\"quantity\":9}]"),
            statement("delivered", "2", "2026-01-03T00:00:00Z",
                    ",\"deliveryId\":\"d\",\"quantity\":3,\"deliveredOn\":\"2026-01-03\""));

    @Test
    void piecesFoldAsTheyWereAcceptedAndEachEventOnce() {
        Entity entity = folded(true);
        assertThat(MonthQuantity.total(entity.amounts())).isEqualTo(Quantity.of(5_000));
        assertThat(entity.statements()).extracting(StatementView::id).containsExactly("1", "2");
    }

    @Test
    void whatIsNotToldIsNotKept() {
        assertThat(folded(false).statements()).isEmpty();
        assertThat(folded(false).amounts()).isEqualTo(folded(true).amounts());
    }

    private static Entity folded(boolean withStatements) {
        var folding = new EntityFolding(withStatements);
        folding.add(PIECE);
        folding.add(LATEST);
        return folding.fold(EntityKind.ORDER, HEAD);
    }

    private static Document statement(String type, String id, String time, String more) {
        return new StoredStatement("org.gapwatch.procurement.order." + type + ".v1", "urn:test", id, time,
                "{\"orderId\":\"o\",\"capability\":\"ships.frigate\"" + more + "}").document();
    }
}
