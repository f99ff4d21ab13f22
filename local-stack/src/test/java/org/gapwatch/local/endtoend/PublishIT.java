package org.gapwatch.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gapwatch.local.Gapwatch;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The publish and alerts commands, as processes, and what became of a bad event. */
@ExtendWith(SharedStack.class)
class PublishIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Three faults: a quantity with four fraction digits, a date that is none, no delivery. */
    private static final String BAD = Events.structured("org.gapwatch.procurement.order.delivered.v1",
            "{\"orderId\":\"order-2\",\"capability\":\"test.publish\",\"quantity\":1.2345,\"deliveredOn\":\"2026-02-30\"}");

    @TempDir
    Path directory;

    @Test
    void goodLinesAreAcceptedAndBadOnesAreToldWithAllTheirProblems(Stack stack) throws Exception {
        var file = file(Events.placed("test.publish", "order-1"), "", BAD, "{\"specversion\": oops",
                Events.placed("test.publish", "order-3"));
        try (var publish = gapwatch(stack, "publish", file.toString())) {
            assertThat(publish.exitCode()).isEqualTo(1);
            assertThat(publish.output()).last().isEqualTo("2 accepted, 2 rejected.");
            assertThat(String.join("\n", publish.output()))
                    .contains("line 3", "/data/quantity", "/data/deliveredOn", "/data/deliveryId", "line 4");
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rejections(stack)).anySatisfy(rejection -> {
            assertThat(rejection.path("original").asString("")).isEqualTo(BAD);
            assertThat(rejection.path("problems")).extracting(problem -> problem.path("pointer").asString(""))
                    .contains("/data/quantity", "/data/deliveredOn", "/data/deliveryId");
        }));
        try (var alerts = gapwatch(stack, "alerts")) {
            assertThat(alerts.exitCode()).isZero();
            assertThat(alerts.output())
                    .anyMatch(line -> line.contains("test.publish COVERAGE") && line.contains("CRITICAL"));
        }
    }

    @Test
    void aLineThatIsNotUtf8IsRejectedAsItIsAndTheOthersAreNot(Stack stack) throws Exception {
        var events = new ByteArrayOutputStream();
        events.writeBytes(noted("order-1").getBytes(StandardCharsets.UTF_8));
        events.writeBytes(noted("order-2").getBytes(StandardCharsets.ISO_8859_1));
        events.writeBytes(noted("order-3").getBytes(StandardCharsets.UTF_8));
        var file = Files.write(directory.resolve("latin.jsonl"), events.toByteArray());
        try (var publish = gapwatch(stack, "publish", file.toString())) {
            assertThat(publish.exitCode()).isEqualTo(1);
            assertThat(String.join("\n", publish.output())).contains("line 2", "not-utf-8");
            assertThat(publish.output()).last().isEqualTo("2 accepted, 1 rejected.");
        }
    }

    @Test
    void whatComesFromAPipeIsSentWhole(Stack stack) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/stdin")), "no /dev/stdin here");
        try (var publish = gapwatch(stack, "publish", "/dev/stdin")) {
            publish.input(Events.placed("test.publish-pipe", "order-1") + "\n"
                    + Events.placed("test.publish-pipe", "order-2") + "\n");
            assertThat(publish.exitCode()).isZero();
            assertThat(publish.output()).last().isEqualTo("2 accepted, 0 rejected.");
        }
    }

    private static String noted(String orderId) {
        return Events.placed("test.publish-latin", orderId).replaceFirst("\\{", "{\"note\":\"\u00e9t\u00e9\",")
                + "\r\n";
    }

    @Test
    void aDryRunAcceptsNothing(Stack stack) throws Exception {
        var file = file(Events.placed("test.publish-dry", "order-1"), Events.placed("test.publish-dry", "order-2"));
        try (var publish = gapwatch(stack, "publish", "--dry-run", file.toString())) {
            assertThat(publish.exitCode()).isZero();
            assertThat(publish.output()).last().isEqualTo("Checked only: 2 would be accepted, 0 rejected.");
        }
        try (var api = new Api(Port.PROCUREMENT, stack.procurement())) {
            assertThat(api.get("/api/orders?capability=test.publish-dry").path("items").isEmpty()).isTrue();
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsNamed() throws Exception {
        var file = file(Events.placed("test.publish-none", "order-1"));
        try (var publish = Program.start(directory, Map.of("GAPWATCH_PROCUREMENT_PORT", "1"),
                command("publish", file.toString()))) {
            assertThat(publish.exitCode()).isEqualTo(1);
            assertThat(publish.output()).singleElement().asString().contains("procurement-service",
                    "http://127.0.0.1:1", "GAPWATCH_PROCUREMENT_PORT");
        }
    }

    private static Iterable<JsonNode> rejections(Stack stack) throws InterruptedException {
        try (var api = new Api(Port.PROCUREMENT, stack.procurement())) {
            return api.get("/api/rejections").path("items");
        }
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("events.jsonl"), List.of(lines));
    }

    private Program gapwatch(Stack stack, String... arguments) throws IOException {
        return Program.start(directory, SharedStack.environment(stack), command(arguments));
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Gapwatch.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
