package org.gapwatch.service.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What holds beyond it where a writer guards against others. */
abstract class GuardedProjectionContract extends ProjectionContract {

    @Override
    DocumentWriter writer() {
        return new GuardedWriter();
    }

    @Test
    void severalWritersOfTheSameRecordsDoNotDisturbEachOther() {
        send(300);
        startOnItsOwn(writer());
        startOnItsOwn(writer());
        for (int round = 0; round < 10; round++) {
            send(100);
        }
        startOnItsOwn(writer());
        awaitExpected();
    }

    @Test
    void aZombieCannotReplaceALaterDocumentOrMoveAPosition() {
        var writer = writer();
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "new"), "topic", 0, 10)));
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "old"), "topic", 0, 9),
                Projected.stamped("b", new Document("v", "other"), "topic", 0, 8)));
        assertThat(collection.find(new Document("_id", "a")).first()).containsEntry("v", "new");
        assertThat(collection.find(new Document("_id", "b")).first()).containsEntry("v", "other");

        var beginning = Position.readOrBegin(collection, "topic", 0);
        assertThat(writer.advance(collection, List.of(new Position.Move(beginning, 11)))).isTrue();
        assertThat(writer.advance(collection, List.of(new Position.Move(beginning, 5)))).isFalse();
        assertThat(Position.readOrBegin(collection, "topic", 0).next()).isEqualTo(11);
    }

    @Test
    void whatIsCreatedGivesWayToALaterOneThatCameInBetween() {
        var writer = writer();
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "later"), "topic", 0, 10),
                Projected.stamped("b", new Document("v", "earlier"), "topic", 0, 7)));
        writer.create(collection, List.of(Projected.stamped("a", new Document("v", "created"), "topic", 0, 9),
                Projected.stamped("b", new Document("v", "created"), "topic", 0, 9),
                Projected.stamped("c", new Document("v", "created"), "topic", 0, 9)));
        assertThat(collection.find(new Document("_id", "a")).first()).containsEntry("v", "later");
        assertThat(collection.find(new Document("_id", "b")).first()).containsEntry("v", "created");
        assertThat(collection.find(new Document("_id", "c")).first()).containsEntry("v", "created");
    }

    @Test
    void aZombieCannotBringBackWhatWasRemoved() {
        var writer = writer();
        writer.write(collection, List.of(Projected.stamped("a", null, "topic", 0, 10)));
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "old"), "topic", 0, 9)));
        assertThat(stored()).isEmpty();
    }
}
