package org.gapwatch.service.projection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.gapwatch.service.projection.RebuildStatus.State;
import org.junit.jupiter.api.Test;

/** What holds for a projection on every server and with every writer. */
abstract class ProjectionContract extends ProjectionFixture {

    @Test
    void appliesEachRecordOnceAndInOrder() {
        send(1000);
        start(writer());
        await().atMost(LIMIT).until(() -> runners.getFirst().status().caughtUp());
        assertThat(stored()).isEqualTo(expected);
        send(1000);
        awaitExpected();
        await().atMost(LIMIT).until(() -> runners.getFirst().status().lag() == 0);
    }

    @Test
    void passesOverARecordInAnotherPartitionThanItsKeys() throws ExecutionException, InterruptedException {
        expected.put("a", new ArrayList<>(List.of("1")));
        int own = producer.send(new ProducerRecord<>(projection.topic(), "a", "1")).get().partition();
        var runner = start(writer());
        awaitExpected();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (partition != own) {
                var _ = producer.send(new ProducerRecord<>(projection.topic(), partition, "a", "stray")).get();
            }
        }
        send("a", "2");
        awaitExpected();
        await().atMost(LIMIT).until(() -> runner.status().lag() == 0);
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    void removesADocumentAndBringsItBack() {
        send("a", "1");
        send("b", "1");
        send("a", null);
        start(writer());
        awaitExpected();
        assertThat(stored()).containsOnlyKeys("b");
        send("a", "2");
        awaitExpected();
        assertThat(stored()).containsEntry("a", List.of("2"));
    }

    @Test
    void goesOnAfterARestart() {
        send(500);
        var first = start(writer());
        awaitExpected();
        first.stop();
        send(500);
        start(writer());
        awaitExpected();
    }

    @Test
    void aReplayChangesNothing() {
        send(500);
        start(writer()).stop();
        runners.clear();
        start(writer());
        awaitExpected();
        runners.getFirst().stop();
        collection.updateMany(Filters.regex("_id", "^@"), new Document("$set", new Document("next", 0L)));
        send(10);
        start(writer());
        awaitExpected();
        await().atMost(LIMIT).until(() -> collection.countDocuments(Filters.eq("next", 0L)) == 0);
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    void aCrashBetweenDocumentsAndPositionChangesNothing() {
        var failures = new AtomicInteger();
        start(new FaultyWriter(writer()) {
            @Override
            public boolean advance(MongoCollection<Document> collection, List<Position.Move> moves) {
                if (failures.incrementAndGet() % 2 == 1) {
                    throw new MongoTimeoutException("crashed on purpose");
                }
                return super.advance(collection, moves);
            }
        });
        for (int round = 0; round < 5; round++) {
            send(200);
            awaitExpected();
        }
        assertThat(failures).hasPositiveValue();
    }

    @Test
    void piecesAreThereWhereverADocumentKnowsOfThem() {
        var failures = new AtomicInteger();
        start(new FaultyWriter(writer()) {
            @Override
            public void write(MongoCollection<Document> collection, List<Document> documents) {
                if (failures.incrementAndGet() % 3 == 2) {
                    throw new MongoTimeoutException("crashed on purpose");
                }
                super.write(collection, documents);
            }
        });
        sendPieces();
        awaitPieces();
    }

    void sendPieces() {
        for (int i = 0; i < 4 * Histories.PIECE; i++) {
            send("a", Histories.SPILLING + i);
        }
        producer.flush();
    }

    void awaitPieces() {
        await().atMost(LIMIT).until(() -> collection.countDocuments(Filters.regex("_id", "^a#")) == 4);
        var pieces = collection.find(Filters.regex("_id", "^a#")).into(new ArrayList<>()).stream().collect(
                toMap(piece -> piece.getString("_id"), piece -> piece.getList("values", String.class)));
        var inOrder = new ArrayList<String>();
        for (int number = 0; number < 4; number++) {
            inOrder.addAll(pieces.getOrDefault("a#" + number, List.of()));
        }
        assertThat(inOrder).isEqualTo(expected.get("a"));
    }

    @Test
    void writesOldPiecesAgainWhereADropMeetsAWrite() {
        var dropped = new AtomicInteger();
        start(new FaultyWriter(writer()) {
            @Override
            public void write(MongoCollection<Document> collection, List<Document> documents) {
                if (Integer.valueOf(3).equals(documents.getFirst().get("pieces")) && dropped.incrementAndGet() == 1) {
                    collection.drop();
                }
                super.write(collection, documents);
            }
        });
        sendPieces();
        awaitPieces();
        assertThat(dropped).hasPositiveValue();
    }

    @Test
    void isNotCaughtUpWhileADroppedCollectionIsRebuiltWithItsIndexes() {
        var away = new AtomicInteger();
        var runner = start(new FaultyWriter(writer()) {
            @Override
            public void write(MongoCollection<Document> collection, List<Document> documents) {
                if (away.get() == 1) {
                    throw new MongoTimeoutException("away on purpose");
                }
                super.write(collection, documents);
            }
        });
        send(300);
        awaitExpected();
        await().atMost(LIMIT).until(() -> runner.status().caughtUp());
        assertThat(indexes()).contains("pieces_1");
        away.set(1);
        collection.drop();
        await().atMost(LIMIT).until(() -> !runner.status().caughtUp());
        away.set(0);
        awaitExpected();
        await().atMost(LIMIT).until(() -> runner.status().caughtUp());
        assertThat(indexes()).contains("pieces_1");
    }

    private List<String> indexes() {
        return collection.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>());
    }

    @Test
    void waitsForAServerThatIsAwayAndTellsSo() {
        var away = new AtomicInteger(1);
        start(new FaultyWriter(writer()) {
            @Override
            public void write(MongoCollection<Document> collection, List<Document> documents) {
                if (away.get() == 1) {
                    throw new MongoTimeoutException("away on purpose");
                }
                super.write(collection, documents);
            }
        });
        send(300);
        await().atMost(LIMIT).until(() -> runners.getFirst().status().failure() != null
                && runners.getFirst().status().lag() == 300);
        assertThat(runners.getFirst().status().caughtUp()).isFalse();
        assertThat(runners.getFirst().status().failure()).contains("away on purpose");
        away.set(0);
        awaitExpected();
        await().atMost(LIMIT).until(() -> runners.getFirst().status().failure() == null);
    }

    @Test
    void neverSkipsARecordThatCannotBeApplied() {
        Histories.broken = true;
        start(writer());
        send("a", "1");
        awaitExpected();
        send("a", Histories.POISON);
        send("a", "2");
        await().atMost(LIMIT).until(() -> runners.getFirst().status().failure() != null);
        assertThat(stored()).containsEntry("a", List.of("1"));
        Histories.broken = false;
        awaitExpected();
    }

    @Test
    void tellsThatAnErrorHasEndedIt() {
        var runner = start(writer());
        assertThat(runner.isAlive()).isTrue();
        send("a", Histories.DEADLY);
        await().dontCatchUncaughtExceptions().atMost(LIMIT).until(() -> !runner.isAlive());
        assertThat(runner.status().failure()).contains("has died");
        runner.rebuild();
        await().atMost(LIMIT).until(() -> Objects.requireNonNull(runner.rebuildStatus()).state(),
                State.FAILED::equals);
    }

    @Test
    void rebuildsADroppedCollectionWhileRunning() {
        send(500);
        start(writer());
        awaitExpected();
        collection.drop();
        awaitExpected();
        send(100);
        awaitExpected();
    }

    @Test
    void rebuildsADroppedDatabaseUnderLoad() {
        start(writer());
        for (int round = 0; round < 10; round++) {
            send(100);
            if (round % 3 == 1) {
                database.drop();
            }
        }
        awaitExpected();
    }

    @Test
    void leavesOutWhatWasAborted() {
        try (var transactional = producer(projection.topic())) {
            transactional.initTransactions();
            for (int round = 0; round < 6; round++) {
                transactional.beginTransaction();
                for (int key = 0; key < 10; key++) {
                    var _ = transactional.send(new ProducerRecord<>(projection.topic(), "k" + key, round + "-" + key));
                    if (round % 2 == 0) {
                        expected.computeIfAbsent("k" + key, _ -> new ArrayList<>()).add(round + "-" + key);
                    }
                }
                if (round % 2 == 0) {
                    transactional.commitTransaction();
                } else {
                    transactional.abortTransaction();
                }
            }
        }
        start(writer());
        awaitExpected();
        await().atMost(LIMIT).until(() -> runners.getFirst().status().caughtUp());
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    void beginsAnewWithATopicCreatedAnew() throws ExecutionException, InterruptedException {
        send(300);
        var first = start(writer());
        awaitExpected();
        first.stop();
        admin.deleteTopics(List.of(projection.topic())).all().get();
        await().atMost(LIMIT).until(() -> !admin.listTopics().names().get().contains(projection.topic()));
        createTopicAnew();
        send("other", "1");
        start(writer());
        awaitExpected();
    }

    @Test
    void beginsAnewWhereItsDocumentsGetAnotherForm() {
        send(300);
        var first = start(writer());
        awaitExpected();
        first.stop();
        // What only documents of the old form have.
        collection.updateMany(Filters.ne("at", null), new Document("$set", new Document("old", true)));
        projection = new Histories(projection.name(), projection.topic(), 2);
        var runner = start(writer());
        await().atMost(LIMIT).until(() -> runner.status().caughtUp());
        assertThat(stored()).isEqualTo(expected);
        assertThat(collection.countDocuments(Filters.eq("old", true))).isZero();
        runner.stop();

        collection.updateMany(Filters.ne("at", null), new Document("$set", new Document("kept", true)));
        send("other", "1");
        start(writer());
        awaitExpected();
        assertThat(collection.countDocuments(Filters.eq("kept", true))).isEqualTo(expected.size() - 1);
    }

    @Test
    void isRebuiltWhileReadersSeeTheOldView() {
        send(500);
        var runner = start(writer());
        awaitExpected();
        // What only the old view has tells how long it is the one that is read.
        collection.insertOne(new Document("_id", "only-in-the-old-one"));
        runner.rebuild();
        for (int round = 0; round < 20; round++) {
            send(50);
            var old = collection.find(Filters.eq("_id", "only-in-the-old-one")).first();
            if (old == null) {
                // Complete from the first moment on.
                assertThat(stored()).containsOnlyKeys(expected.keySet());
            }
        }
        await().atMost(LIMIT).until(() -> Objects.requireNonNull(runner.rebuildStatus()).state(),
                State.DONE::equals);
        assertThat(collection.find(Filters.eq("_id", "only-in-the-old-one")).first()).isNull();
        assertThat(indexes()).contains("pieces_1");
        assertThat(database.listCollectionNames()).doesNotContain(projection.name() + Rebuild.SUFFIX);
        send(100);
        awaitExpected();
        await().atMost(LIMIT).until(() -> runner.status().caughtUp());
    }

    @Test
    void isRebuiltAgainAndAgain() {
        send(300);
        var runner = start(writer());
        awaitExpected();
        for (int round = 0; round < 3; round++) {
            collection.insertOne(new Document("_id", "only-in-the-old-one"));
            runner.rebuild();
            await().atMost(LIMIT).until(() -> Objects.requireNonNull(runner.rebuildStatus()).state(),
                    State.DONE::equals);
            assertThat(collection.find(Filters.eq("_id", "only-in-the-old-one")).first()).isNull();
            send(50);
            awaitExpected();
        }
    }

    @Test
    void isRebuiltWithItsPieces() {
        sendPieces();
        var runner = start(writer());
        awaitPieces();
        collection.deleteMany(Filters.regex("_id", "^a#"));
        runner.rebuild();
        awaitPieces();
    }

    @Test
    void goesOnWithTheOldViewWhereARebuildFails() {
        var failing = new AtomicInteger();
        send(300);
        var runner = start(new FaultyWriter(writer()) {
            @Override
            public void write(MongoCollection<Document> collection, List<Document> documents) {
                if (failing.get() == 1 && collection.getNamespace().getCollectionName().endsWith(Rebuild.SUFFIX)) {
                    throw new MongoTimeoutException("away on purpose");
                }
                super.write(collection, documents);
            }
        });
        awaitExpected();
        failing.set(1);
        runner.rebuild();
        await().atMost(LIMIT).until(() -> Objects.requireNonNull(runner.rebuildStatus()).state(),
                State.FAILED::equals);
        assertThat(Objects.requireNonNull(runner.rebuildStatus()).failure()).contains("away on purpose");
        send(100);
        awaitExpected();
        failing.set(0);
        runner.rebuild();
        await().atMost(LIMIT).until(() -> Objects.requireNonNull(runner.rebuildStatus()).state(),
                State.DONE::equals);
        awaitExpected();
    }
}
