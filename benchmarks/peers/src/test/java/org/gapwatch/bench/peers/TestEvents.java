package org.gapwatch.bench.peers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.Topics;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Reading;

/** Two years of a few capabilities, some events late and some published twice. */
final class TestEvents {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static final int CAPABILITIES = 7;
    private static final int DAYS = 730;

    private TestEvents() {
    }

    /** An event as it is published. */
    record Sent(Event event, EventType type, String data) {

        /** Its record on a canonical topic. */
        ProducerRecord<byte[], byte[]> canonical() {
            var record = new ProducerRecord<>(Topics.canonical(type.entityKind()),
                    utf8(event.statement().capability()), utf8(data));
            record.headers().add("ce_specversion", utf8("1.0")).add("ce_id", utf8(event.id()))
                    .add("ce_source", utf8(event.source())).add("ce_type", utf8(type.cloudEventsType()))
                    .add("ce_time", utf8(event.time().toString())).add("content-type", utf8("application/json"));
            return record;
        }
    }

    static List<Sent> some(int count) {
        var random = new SplittableRandom(11);
        var events = new ArrayList<Sent>();
        while (events.size() < count) {
            if (!events.isEmpty() && random.nextInt(50) == 0) {
                events.add(events.get(random.nextInt(events.size())));
            } else {
                events.add(one(events.size(), count, random));
            }
        }
        return events;
    }

    private static Sent one(int number, int count, SplittableRandom random) {
        LocalDate day = TODAY.minusDays(DAYS - (long) DAYS * number / count)
                .minusDays(random.nextInt(10) == 0 ? 90 : 0);
        String capability = "peer.capability-" + random.nextInt(CAPABILITIES);
        String order = "{\"orderId\":\"o-" + random.nextInt(1 + count / 8) + "\",\"capability\":\"" + capability
                + "\",";
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> sent(EventType.ORDER_PLACED, number, day, order + "\"schedule\":[{\"dueOn\":\""
                    + day.plusDays(30) + "\",\"quantity\":" + random.nextInt(1, 500) + "},{\"dueOn\":\""
                    + day.plusDays(200) + "\",\"quantity\":1.5}]}");
            case 3, 4 -> sent(EventType.ORDER_DELIVERED, number, day, order + "\"deliveryId\":\"d-" + number
                    + "\",\"quantity\":" + random.nextInt(1, 300) + ",\"deliveredOn\":\"" + day + "\"}");
            case 5 -> sent(EventType.LINE_OPENED, number, day, "{\"lineId\":\"l-" + random.nextInt(9)
                    + "\",\"capability\":\"" + capability + "\",\"opensOn\":\"" + day.plusDays(60)
                    + "\",\"monthlyCapacity\":" + random.nextInt(1, 90) + "}");
            case 6 -> sent(EventType.OUTPUT_ASSESSED, number, day, "{\"party\":\"p-" + random.nextInt(2)
                    + "\",\"capability\":\"" + capability + "\",\"monthlyOutput\":" + random.nextInt(1, 400)
                    + ",\"effectiveOn\":\"" + day + "\"}");
            default -> sent(EventType.ORDER_CANCELLED, number, day, order + "\"reason\":\"budget\"}");
        };
    }

    private static Sent sent(EventType type, int number, LocalDate day, String data) {
        Instant time = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Reading reading = EventReader.readBinary(Map.of("specversion", "1.0", "id", "e-" + number, "source", "urn:test",
                "type", type.cloudEventsType(), "time", time.toString()), "application/json", utf8(data));
        return switch (reading) {
            case Reading.Accepted accepted -> new Sent(accepted.event(), type, data);
            case Reading.Rejected rejected -> throw new IllegalStateException(rejected.problems().toString());
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
