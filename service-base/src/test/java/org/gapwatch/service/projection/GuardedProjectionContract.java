package org.gapwatch.service.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What holds beyond it where a writer guards against others. */
abstract class GuardedProjectionContract extends ProjectionContract {

    private static final Position LIFE = new Position("topic", 0, 1, 5, 0);
    private static final Position LATER_LIFE = new Position("topic", 0, 1, 6, 0);

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
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "new"), LIFE, 10)));
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "old"), LIFE, 9),
                Projected.stamped("b", new Document("v", "other"), LIFE, 8)));
        assertThat(collection.find(new Document("_id", "a")).first()).containsEntry("v", "new");
        assertThat(collection.find(new Document("_id", "b")).first()).containsEntry("v", "other");

        var beginning = Position.readOrBegin(collection, "topic", 0, 1, 0);
        assertThat(writer.advance(collection, List.of(new Position.Move(beginning, 11)))).isTrue();
        assertThat(writer.advance(collection, List.of(new Position.Move(beginning, 5)))).isFalse();
        assertThat(Position.readOrBegin(collection, "topic", 0, 1, 0).next()).isEqualTo(11);
    }

    @Test
    void whatIsCreatedGivesWayToALaterOneThatCameInBetween() {
        var writer = writer();
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "later"), LIFE, 10),
                Projected.stamped("b", new Document("v", "earlier"), LIFE, 7)));
        writer.create(collection, List.of(Projected.stamped("a", new Document("v", "created"), LIFE, 9),
                Projected.stamped("b", new Document("v", "created"), LIFE, 9),
                Projected.stamped("c", new Document("v", "created"), LIFE, 9)));
        assertThat(collection.find(new Document("_id", "a")).first()).containsEntry("v", "later");
        assertThat(collection.find(new Document("_id", "b")).first()).containsEntry("v", "created");
        assertThat(collection.find(new Document("_id", "c")).first()).containsEntry("v", "created");
    }

    @Test
    void aZombieCannotBringBackWhatWasRemoved() {
        var writer = writer();
        writer.write(collection, List.of(Projected.stamped("a", null, LIFE, 10)));
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "old"), LIFE, 9)));
        assertThat(stored()).isEmpty();
    }

    @Test
    void aZombieOfAnEarlierLifeReplacesNothing() {
        var writer = writer();
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "now"), LATER_LIFE, 3)));
        writer.write(collection, List.of(Projected.stamped("a", new Document("v", "zombie"), LIFE, 99)));
        assertThat(collection.find(new Document("_id", "a")).first()).containsEntry("v", "now");

        writer.write(collection, List.of(Projected.stamped("b", new Document("v", "zombie"), LIFE, 99)));
        writer.write(collection, List.of(Projected.stamped("b", new Document("v", "now"), LATER_LIFE, 3)));
        assertThat(collection.find(new Document("_id", "b")).first()).containsEntry("v", "now");
    }

    /** An instance that is thought dead writes once more, after the database was dropped and begun anew. */
    @Test
    void whatAZombieWritesAfterADropCountsAsNone() {
        sendPieces();
        var first = start(writer());
        awaitPieces();
        first.stop();
        var zombies = collection.find(new Document("_id", "a")).first();
        assertThat(zombies).isNotNull();
        collection.drop();
        // The new life has begun, and not come to the document yet.
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Position.readOrBegin(collection, zombies.get("at", Document.class).getString("topic"), partition,
                    1, Projected.begun(zombies));
        }
        writer().write(collection, List.of(zombies));
        start(writer());
        awaitPieces();
    }
}
