package org.gapwatch.bench.http;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gapwatch.bench.workload.Published;
import org.gapwatch.contract.EntityKind;

/** Request bodies with a batch of order events each, in a file, each after its length. */
final class EventBatches {

    /** Events of a batch. */
    static final int EVENTS = 100;

    private EventBatches() {
    }

    /** Writes so many batches of a workload's events about orders; the events of another round have other ids. */
    static void write(Path file, Iterable<Published> workload, int batches, int round) throws IOException {
        Iterator<Published> events = workload.iterator();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < batches; i++) {
                StringBuilder batch = new StringBuilder("[");
                for (int n = 0; n < EVENTS; n++) {
                    if (!events.hasNext()) {
                        events = workload.iterator();
                    }
                    Published event = events.next();
                    if (event.type().entityKind() == EntityKind.ORDER) {
                        append(batch, event, round + "-" + i + "-" + n);
                    } else {
                        n--;
                    }
                }
                byte[] body = batch.append(']').toString().getBytes(StandardCharsets.UTF_8);
                out.writeInt(body.length);
                out.write(body);
            }
        }
    }

    private static void append(StringBuilder batch, Published event, String id) {
        batch.append(batch.length() == 1 ? "" : ",").append("{\"specversion\":\"1.0\",\"id\":\"").append(id)
                .append("\",\"source\":\"").append(event.source()).append("\",\"type\":\"")
                .append(event.type().cloudEventsType()).append("\",\"time\":\"").append(event.time())
                .append("\",\"datacontenttype\":\"application/json\",\"data\":").append(event.data()).append('}');
    }

    /** Reads all bodies. */
    static List<byte[]> read(Path file) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            for (long left = Files.size(file); left > 0;) {
                byte[] body = in.readNBytes(in.readInt());
                bodies.add(body);
                left -= Integer.BYTES + body.length;
            }
        }
        return bodies;
    }
}
