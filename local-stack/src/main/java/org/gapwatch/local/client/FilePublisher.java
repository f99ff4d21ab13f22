package org.gapwatch.local.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.gapwatch.local.settings.Port;

/**
 * Sends the events of a file, one a line, to the services that take them, in batches. A line that is no JSON object in UTF-8 is sent by itself, so that
 * it is rejected, and seen among the rejections, without harm to others.
 */
public final class FilePublisher {

    private static final int MOST_EVENTS = 500;
    private static final int MOST_BYTES = 1_000_000;

    private final Map<Port, EventSender> senders = new EnumMap<>(Port.class);
    private final Map<Port, List<EventLine>> waiting = new EnumMap<>(Port.class);
    private final Consumer<List<LineResult>> results;

    /**
     * @param dryRun whether the services are to check only
     * @param results takes the results of each batch, in the order in which batches are answered
     */
    public FilePublisher(Api production, Api procurement, boolean dryRun, Consumer<List<LineResult>> results) {
        senders.put(Port.PRODUCTION, new EventSender(production, dryRun));
        senders.put(Port.PROCUREMENT, new EventSender(procurement, dryRun));
        senders.keySet().forEach(port -> waiting.put(port, new ArrayList<>()));
        this.results = results;
    }

    /** Sends all lines but blank ones; returns once all are answered. */
    public void publish(InputStream events) throws IOException, InterruptedException {
        var number = 0L;
        var lines = new ByteLines(events);
        for (var line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
                add(EventLine.read(number, line));
            }
        }
        for (var port : senders.keySet()) {
            flush(port);
        }
    }

    private void add(EventLine line) throws InterruptedException {
        var port = line.intake();
        var batch = batch(port);
        var size = batch.stream().mapToLong(waitingLine -> waitingLine.bytes().length).sum();
        if (batch.size() == MOST_EVENTS || size + line.bytes().length > MOST_BYTES || !line.whole()) {
            flush(port);
        }
        batch.add(line);
        if (!line.whole()) {
            flush(port);
        }
    }

    private void flush(Port port) throws InterruptedException {
        var batch = batch(port);
        if (!batch.isEmpty()) {
            results.accept(Objects.requireNonNull(senders.get(port)).send(batch));
            batch.clear();
        }
    }

    private List<EventLine> batch(Port port) {
        return Objects.requireNonNull(waiting.get(port));
    }
}
