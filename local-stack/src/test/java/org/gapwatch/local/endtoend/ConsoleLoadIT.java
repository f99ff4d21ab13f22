package org.gapwatch.local.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.gapwatch.local.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the console bears many capabilities and many updates: 500 capabilities with both measures, 10,000 past alerts, 50
 * alerts a second that change, for as many minutes as {@code gapwatch.console.minutes} says. What it measures in the browser
 * it prints; it asserts nothing about times.
 */
@EnabledIfSystemProperty(named = "gapwatch.console.minutes", matches = "[0-9]+")
class ConsoleLoadIT {

    private static final int CAPABILITIES = 500;
    private static final int PAST_ALERTS = 20;
    private static final int UPDATES_A_SECOND = 50;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** When the first row or entry was drawn, and how long each message of the feed took until the frame after it. */
    private static final String WATCH = """
            new MutationObserver((_, observer) => {
              if (document.querySelector("tbody tr, li.entry, .figures")) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => { globalThis.firstPaint = performance.now(); }));
              }
            }).observe(document, {childList: true, subtree: true});
            globalThis.updates = [];
            const {set} = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
            Object.defineProperty(MessagePort.prototype, "onmessage", {set(heard) {
              set.call(this, event => {
                const came = performance.now();
                heard.call(this, event);
                if (event.data.type === "alert") {
                  requestAnimationFrame(() => setTimeout(() => updates.push(performance.now() - came)));
                }
              });
            }});""";

    private final LocalDate today = Events.today();

    @Test
    void measure(@TempDir Path directory) throws Exception {
        try (var stack = new Stack(directory)) {
            stack.start(SharedStack.FREE_PORTS);
            measure(stack);
        }
    }

    private void measure(Stack stack) throws Exception {
        int minutes = Integer.getInteger("gapwatch.console.minutes");
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(), new ByteArraySerializer()); var browser = Browser.start()) {
            for (int i = 0; i < CAPABILITIES; i++) {
                tellHistory(producer, code(i));
            }
            producer.flush();
            try (var person = browser.person(1440, 900, ColorScheme.LIGHT)) {
                var page = person.newPage();
                page.navigate(stack.alerts() + "#/board");
                assertThat(page.locator("p.count")).containsText(CAPABILITIES * 2 + " active alerts",
                        new ContainsTextOptions()
                                .setTimeout(LIMIT.toMillis()));
            }
            for (var view : List.of("#/board", "#/alerts", "#/capability/" + code(7))) {
                for (int time = 0; time < 3; time++) {
                    try (var person = browser.person(1440, 900, ColorScheme.LIGHT)) {
                        person.addInitScript(WATCH);
                        var page = person.newPage();
                        page.navigate(stack.alerts() + view);
                        // The page's policy lets nobody evaluate texts in it, so it is asked again and again from outside.
                        while (number(page, "globalThis.firstPaint ?? 0") == 0) {
                            page.waitForTimeout(50);
                        }
                        say("%s: first useful paint after %.0f ms", view, number(page, "firstPaint"));
                    }
                }
            }
            update(stack, producer, browser, minutes);
        }
    }

    /**
     * While alerts change, two windows are open: the board and the alerts. The browser holds back the frames of the one
     * behind, so a minute of each in front is measured in turn.
     */
    private void update(Stack stack, KafkaProducer<byte[], byte[]> producer, Browser browser, int minutes)
            throws Exception {
        try (var person = browser.person(1440, 900, ColorScheme.LIGHT)) {
            person.addInitScript(WATCH);
            var board = person.newPage();
            board.navigate(stack.alerts() + "#/board");
            var alerts = person.newPage();
            alerts.navigate(stack.alerts() + "#/alerts");
            long start = System.nanoTime();
            int sent = 0;
            for (int minute = 1; minute <= minutes; minute++) {
                var front = minute % 2 == 0 ? alerts : board;
                front.bringToFront();
                front.evaluate("updates.length = 0");
                while (System.nanoTime() - start < TimeUnit.MINUTES.toNanos(minute)) {
                    long due = (System.nanoTime() - start) / 1_000_000 * UPDATES_A_SECOND / 1_000;
                    for (; sent < due; sent++) {
                        send(producer, amended(code(sent % CAPABILITIES), 11 + sent / CAPABILITIES % 7));
                    }
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                tell(front, minute);
            }
            assertThat(alerts.locator("li.entry")).not().hasCount(0);
        }
    }

    private static void tell(Page page, int minute) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("HeapProfiler.collectGarbage");
        session.send("Performance.enable");
        double heap = 0;
        double nodes = 0;
        for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject each = metric.getAsJsonObject();
            switch (each.get("name").getAsString()) {
                case "JSHeapUsedSize" -> heap = each.get("value").getAsDouble();
                case "Nodes" -> nodes = each.get("value").getAsDouble();
                default -> {
                }
            }
        }
        session.detach();
        var count = number(page, "updates.length");
        say("minute %d, %s: %.0f updates, p50 %.0f ms, p99 %.0f ms, longest %.0f ms; heap %.1f MiB, %.0f nodes", minute,
                page.title(), count, number(page, "updates.sort((a, b) => a - b)[Math.floor(updates.length / 2)] ?? 0"),
                number(page, "updates[Math.floor(updates.length * 0.99)] ?? 0"),
                number(page, "Math.max(0, ...updates)"),
                heap / 1024 / 1024, nodes);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static void say(String format, Object... arguments) {
        System.out.println("console: " + String.format(Locale.ROOT, format, arguments));
    }

    private static String code(int number) {
        return "load.capability-" + number;
    }

    /** Orders that come and are delivered, half a year after one another, and one that is open; and what others make. */
    private void tellHistory(KafkaProducer<byte[], byte[]> producer, String code) {
        LocalDate first = today.minusMonths(6L * PAST_ALERTS + 1);
        send(producer, event(Topic.PRODUCTION, "reference.output.assessed", first, """
                {"party":"theirs","capability":"%s","monthlyOutput":10,"effectiveOn":"%s"}""".formatted(code, first)));
        // Later twice as much, so that this measure has an alert as well.
        send(producer, event(Topic.PRODUCTION, "reference.output.assessed", today.minusDays(20), """
                {"party":"theirs","capability":"%s","monthlyOutput":20,"effectiveOn":"%s"}""".formatted(code,
                today.minusDays(20))));
        for (int i = 0; i < PAST_ALERTS; i++) {
            LocalDate placed = first.plusMonths(6L * i);
            send(producer, event(Topic.PROCUREMENT, "procurement.order.placed", placed,
                    placed(code, "order-" + i, placed, 10)));
            LocalDate delivered = placed.plusDays(40);
            send(producer, event(Topic.PROCUREMENT, "procurement.order.delivered", delivered, """
                    {"orderId":"%s","capability":"%s","deliveryId":"1","quantity":10,"deliveredOn":"%s"}"""
                    .formatted(code + ":order-" + i, code, delivered)));
        }
        send(producer, event(Topic.PROCUREMENT, "procurement.order.placed", today.minusDays(10),
                placed(code, "open", today.minusDays(10), 10)));
    }

    private Event amended(String code, int quantity) {
        return new Event(Topic.PROCUREMENT, structured("procurement.order.amended", Events.now(),
                placed(code, "open", today.minusDays(10), quantity)));
    }

    private static String placed(String code, String order, LocalDate day, int quantity) {
        return "{\"orderId\":\"%s\",\"capability\":\"%s\",\"schedule\":[{\"dueOn\":\"%s\",\"quantity\":%d}]}"
                .formatted(code + ":" + order, code, day.plusMonths(3), quantity);
    }

    private enum Topic {
        PRODUCTION, PROCUREMENT
    }

    private record Event(Topic topic, String json) {
    }

    private static Event event(Topic topic, String type, LocalDate knownOn, String data) {
        return new Event(topic, structured(type,
                knownOn.atStartOfDay(ZoneOffset.UTC).toInstant(), data));
    }

    private static String structured(String type, Instant time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"urn:example:load\",\"type\":\"org.gapwatch.%s.v1\",\"time\":\"%s\",\"data\":%s}"
                .formatted(Events.id(), type, time, data);
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, Event event) {
        var record = new ProducerRecord<byte[], byte[]>(
                "gapwatch.intake." + event.topic().name().toLowerCase(Locale.ROOT),
                event.json().getBytes(StandardCharsets.UTF_8));
        record.headers().add("content-type",
                "application/cloudevents+json".getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(record);
    }
}
