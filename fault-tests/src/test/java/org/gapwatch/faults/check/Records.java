package org.gapwatch.faults.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as they are read from a topic. */
final class Records {

    private Records() {
    }

    static ConsumerRecord<byte[], byte[]> of(long offset, String key, String value) {
        return new ConsumerRecord<>("topic", 0, offset, bytes(key), bytes(value));
    }

    static List<ConsumerRecord<byte[], byte[]>> of(Map<String, String> valuesByKey) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        valuesByKey.forEach((key, value) -> records.add(of(records.size(), key, value)));
        return records;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
