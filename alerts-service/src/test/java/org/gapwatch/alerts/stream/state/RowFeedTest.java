package org.gapwatch.alerts.stream.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.gapwatch.alerts.oracle.Vectors;
import org.gapwatch.alerts.stream.publication.Change;
import org.gapwatch.contract.Event;
import org.junit.jupiter.api.Test;

class RowFeedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final List<Event> EVENTS = Vectors.events("random-101");

    private final Capabilities capabilities = new Capabilities();
    private final RowFeed feed = new RowFeed("capabilities", capabilities);
    private final StateStoreContext context = new MockProcessorContext<Void, Void>().getStateStoreContext();

    /** After a failed transaction Kafka Streams closes a store and initialises the very same one again. */
    @Test
    void storeTakenUpAgainHasForgottenWhatWasNotCommitted() {
        feed.init(context, feed);
        EVENTS.forEach(capabilities::add);
        feed.close();
        feed.init(context, feed);
        assertThat(capabilities.codes()).isEmpty();
    }

    @Test
    void restoreBringsBackStatementsAndWhatWasPublished() {
        var restored = new Capabilities();
        var block = new StatementBlock();
        for (Event event : EVENTS) {
            capabilities.add(event);
            block.add(event);
        }
        restored.restore(RowKeys.statements(7).get(), block.toBytes());
        assertThat(restored.newRow()).as("no row is written over").isEqualTo(8);
        for (String code : capabilities.codes()) {
            for (Change change : capabilities.get(code).assess(TODAY, true)) {
                byte[] key = RowKeys.of(code, change).get();
                switch (change) {
                    case Change.OfHead head -> restored.restore(key, row(head));
                    case Change.OfYear year -> restored.restore(key, row(year));
                    case Change.OfAlert alert -> restored.restore(key, PublishedRow.alert(alert.published()));
                }
            }
            assertThat(restored.get(code).assess(TODAY, true)).as("still to be published of %s", code).isEmpty();
        }
    }

    /** A start does not wait for the statements of all capabilities; those of each are there once it is looked at. */
    @Test
    void restoredStatementsCountBeforeWhatComesAfterThem() {
        var restored = new Capabilities();
        long number = 0;
        for (List<Event> half : List.of(EVENTS.subList(0, EVENTS.size() / 2),
                EVENTS.subList(EVENTS.size() / 2, EVENTS.size()))) {
            var block = new StatementBlock();
            half.forEach(block::add);
            restored.restore(RowKeys.statements(number++).get(), block.toBytes());
        }
        EVENTS.forEach(capabilities::add);
        assertThat(restored.codes()).isEqualTo(capabilities.codes());
        assertThat(EVENTS).as("seen before").noneMatch(restored::add);
        for (String code : capabilities.codes()) {
            assertThat(restored.get(code).assess(TODAY, true)).usingRecursiveComparison()
                    .isEqualTo(capabilities.get(code).assess(TODAY, true));
        }
    }

    @Test
    void rowsOfUnreleasedVersionsAreRefused() {
        assertThatThrownBy(() -> capabilities.restore(new byte[]{4, 0}, new byte[]{2}))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("another application id");
    }

    @Test
    void rowsCannotBeReadBack() {
        assertThatThrownBy(feed::all).isInstanceOf(UnsupportedOperationException.class);
        assertThat(feed.persistent()).as("a checkpoint would make a start skip the restore").isFalse();
    }

    private static byte[] row(Change.OfHead head) {
        var published = head.published();
        assertThat(published).isNotNull();
        return published == null ? new byte[0] : PublishedRow.head(published);
    }

    private static byte[] row(Change.OfYear year) {
        Long published = year.published();
        assertThat(published).isNotNull();
        return published == null ? new byte[0] : PublishedRow.year(published);
    }
}
