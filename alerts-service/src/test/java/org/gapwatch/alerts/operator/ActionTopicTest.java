package org.gapwatch.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.gapwatch.alerts.action.Action;
import org.gapwatch.alerts.action.Action.Moment;
import org.gapwatch.alerts.action.Note;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.contract.Topics;
import org.gapwatch.embedded.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** Several instances that write what operators do, on a real broker. */
class ActionTopicTest {

    private static final Moment NOW = new Moment(Instant.parse("2026-11-27T08:00:00Z"), "topic", 1);
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        kafka = EmbeddedKafka.start(directory);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topics.OPERATOR_ACTIONS, 1, (short) 1))).all().get();
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    /** Notes added by three instances at once: each is there once, and revisions rise by one. */
    @Test
    void noActOfSeveralInstancesIsLost() throws Exception {
        Subject subject = new Subject("several.instances", Measure.OUTPUT);
        List<Callable<Action>> acts = new ArrayList<>();
        try (var first = instance();
                var second = instance();
                var third = instance();
                var threads = Executors.newFixedThreadPool(3)) {
            List<ActionTopic> instances = List.of(first, second, third);
            for (int i = 0; i < 15; i++) {
                String id = "note-" + i;
                ActionTopic instance = instances.get(i % instances.size());
                acts.add(() -> note(instance, subject, id));
            }
            for (Future<Action> act : threads.invokeAll(acts)) {
                assertThat(act.get().notes()).isNotEmpty();
            }
            Action last = note(second, subject, "last");
            assertThat(last.revision()).isEqualTo(16);
            assertThat(last.notes()).extracting(Note::id).hasSize(16).doesNotHaveDuplicates().endsWith("last");
        }
        try (var later = instance()) {
            assertThat(Objects.requireNonNull(later.change(subject, known -> known)).revision()).isEqualTo(16);
        }
    }

    @Test
    void whatIsRefusedIsNotWritten() {
        Subject subject = new Subject("refused", Measure.COVERAGE);
        try (var instance = instance()) {
            assertThatThrownBy(() -> instance.change(subject, _ -> {
                throw new Actions.RefusedException("on purpose");
            })).isInstanceOf(Actions.RefusedException.class);
            assertThat(instance.change(subject, known -> known)).isNull();
            assertThat(note(instance, subject, "a").revision()).isEqualTo(1);
        }
    }

    private static Action note(ActionTopic instance, Subject subject, String id) {
        return Objects.requireNonNull(
                instance.change(subject, last -> Action.noted(last, subject, id, "Anna", "Asked the plant.", NOW)));
    }

    private static ActionTopic instance() {
        Map<String, Object> connection = Map.of("bootstrap.servers", kafka.bootstrapServers());
        return new OperatorConfiguration().actionTopic(new DefaultKafkaProducerFactory<>(connection),
                new DefaultKafkaConsumerFactory<>(connection));
    }
}
