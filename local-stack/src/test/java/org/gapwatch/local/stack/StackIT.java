package org.gapwatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gapwatch.embedded.DirectoryInUseException;
import org.gapwatch.embedded.DirectoryLock;
import org.gapwatch.local.UsageException;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.demo.Completion;
import org.gapwatch.local.demo.Completion.StreamNames;
import org.gapwatch.local.demo.Example;
import org.gapwatch.local.demo.ExampleLoader;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StackIT {

    @TempDir
    Path data;

    @Test
    void whatWasLoadedIsThereAfterARestartAndLoadingItAgainChangesNothing() throws Exception {
        JsonNode before;
        try (var stack = started()) {
            load(stack);
            before = alerts(stack);
            assertThat(before.path("items").isEmpty()).isFalse();
        }
        try (var stack = started()) {
            assertThat(alerts(stack)).isEqualTo(before);
            load(stack);
            assertThat(alerts(stack)).isEqualTo(before);
        }
    }

    @Test
    void everyServiceServesItsOwnDocuments() throws Exception {
        try (var stack = started()) {
            assertThat(text(stack.production())).contains("/api/production-lines");
            assertThat(text(stack.procurement())).contains("/api/orders");
            assertThat(text(stack.alerts())).contains("/api/alerts/stream");
        }
    }

    @Test
    void otherNamesOfTheStreamAreFollowedToo() throws Exception {
        var names = Map.of("gapwatch.stream.application-id", "test-stream", "gapwatch.topics.capability-gaps",
                "test.gaps", "gapwatch.topics.capability-alerts", "test.alerts");
        names.forEach(System::setProperty);
        try (var stack = started()) {
            load(stack);
            assertThat(stack.streamNames()).isEqualTo(new StreamNames("test-stream", "test.gaps", "test.alerts"));
            assertThat(alerts(stack).path("items").isEmpty()).isFalse();
        } finally {
            names.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void everyPortInUseIsNamedBeforeAnythingStarts() throws Exception {
        try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var stack = new Stack(data)) {
            var environment = new HashMap<>(freePorts());
            environment.put("GAPWATCH_KAFKA_PORT", String.valueOf(first.getLocalPort()));
            environment.put("GAPWATCH_ALERTS_PORT", String.valueOf(second.getLocalPort()));
            assertThatThrownBy(() -> stack.start(Settings.from(environment)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Port " + first.getLocalPort()).hasMessageContaining("GAPWATCH_KAFKA_PORT")
                    .hasMessageContaining("Port " + second.getLocalPort()).hasMessageContaining("GAPWATCH_ALERTS_PORT");
            assertThat(data.resolve("kafka")).doesNotExist();
        }
    }

    @Test
    void aSecondStackOnTheSameDataIsRefused() {
        try (var first = DirectoryLock.acquire(data); var stack = new Stack(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> stack.start(Settings.from(freePorts())))
                    .isInstanceOf(DirectoryInUseException.class);
        }
    }

    private Stack started() throws InterruptedException {
        var stack = new Stack(data);
        stack.start(Settings.from(freePorts()));
        return stack;
    }

    private static void load(Stack stack) throws InterruptedException {
        new ExampleLoader(stack.bootstrapServers()).load(Example.publicFigures(), _ -> {
        });
        try (var alerts = new Api(Port.ALERTS, stack.alerts());
                var completion = new Completion(stack.bootstrapServers(), stack.mongodbUri(),
                        stack.streamNames(), alerts)) {
            completion.await(_ -> {
            });
        }
    }

    private static JsonNode alerts(Stack stack) throws InterruptedException {
        try (var api = new Api(Port.ALERTS, stack.alerts())) {
            return api.get("/api/alerts?limit=1000");
        }
    }

    private static String text(URI address) throws IOException {
        try (var in = address.resolve("/openapi.yaml").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> freePorts() {
        return Arrays.stream(Port.values()).collect(Collectors.toMap(Port::variable, _ -> "0"));
    }
}
