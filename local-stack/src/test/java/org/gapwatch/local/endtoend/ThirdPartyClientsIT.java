package org.gapwatch.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gapwatch.local.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Publishers and readers that are not ours: kcat (librdkafka), kafkajs and curl. */
@ExtendWith(SharedStack.class)
class ThirdPartyClientsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String INTAKE = "gapwatch.intake.procurement";

    @TempDir
    Path directory;

    @Test
    void aStructuredEventFromKcatBecomesAnAlertOnTheFeed(Stack stack) throws Exception {
        Program.assumeInstalled("kcat");
        try (var feed = feed(stack)) {
            Program.run(directory, Events.placed("test.kcat-structured", "order-1"),
                    List.of("kcat", "-b", stack.bootstrapServers(), "-P", "-t", INTAKE,
                            "-H", "content-type=application/cloudevents+json"));
            awaitAlert(feed, "test.kcat-structured");
        }
    }

    @Test
    void aStructuredEventWithoutHeadersDoesToo(Stack stack) throws Exception {
        Program.assumeInstalled("kcat");
        try (var feed = feed(stack)) {
            Program.run(directory, Events.placed("test.kcat-plain", "order-1"),
                    List.of("kcat", "-b", stack.bootstrapServers(), "-P", "-t", INTAKE));
            awaitAlert(feed, "test.kcat-plain");
        }
    }

    @Test
    void aBinaryEventFromKcatDoesToo(Stack stack) throws Exception {
        Program.assumeInstalled("kcat");
        try (var feed = feed(stack)) {
            Program.run(directory, Events.orderData("test.kcat-binary", "order-1"),
                    List.of("kcat", "-b", stack.bootstrapServers(), "-P", "-t", INTAKE,
                            "-H", "ce_specversion=1.0", "-H", "ce_id=" + Events.id(), "-H",
                            "ce_source=urn:example:kcat",
                            "-H", "ce_type=org.gapwatch.procurement.order.placed.v1", "-H", "ce_time=" + Events.now(),
                            "-H", "content-type=application/json"));
            awaitAlert(feed, "test.kcat-binary");
        }
    }

    @Test
    void anEventFromNodeDoesToo(Stack stack) throws Exception {
        Program.assumeInstalled("node");
        Program.assumeInstalled("npm");
        for (var file : List.of("package.json", "package-lock.json", ".npmrc", "publish.mjs")) {
            Files.copy(Path.of("src/test/node", file), directory.resolve(file));
        }
        Program.run(directory, "", List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        try (var feed = feed(stack)) {
            Program.run(directory, "", List.of("node", "publish.mjs", stack.bootstrapServers(), INTAKE,
                    Events.placed("test.node", "order-1")));
            awaitAlert(feed, "test.node");
        }
    }

    /** The feed as curl shows it, once its snapshot is over. */
    private Program feed(Stack stack) throws IOException {
        Program.assumeInstalled("curl");
        var feed = Program.start(directory, Map.of(),
                List.of("curl", "-sN", stack.alerts().resolve("/api/alerts/stream").toString()));
        await().atMost(PATIENCE).until(
                () -> feed.output().contains("event:snapshot-end") || feed.output().contains("event: snapshot-end"));
        return feed;
    }

    private static void awaitAlert(Program feed, String capability) {
        var alertId = capability + ":COVERAGE:" + Events.today();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed.output()).anySatisfy(line -> assertThat(line)
                .startsWith("data:").contains("\"alertId\":\"" + alertId + "\"", "\"severity\":\"CRITICAL\"",
                        "\"news\":\"OPENED\"", "\"gap\":12.5")));
    }
}
