package org.gapwatch.contract.codec;

import java.util.ArrayList;
import java.util.List;
import org.gapwatch.contract.codec.BatchReading.Events;
import org.gapwatch.contract.codec.BatchReading.Item;
import org.gapwatch.contract.codec.BatchReading.Rejected;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Takes a batch apart, and reads each of its events by itself: one that is bad does not touch the others. */
final class BatchReader {

    private BatchReader() {
    }

    static BatchReading read(byte[] json) {
        Problems problems = new Problems();
        List<Item> items = new ArrayList<>();
        int from = Preflight.check(json, 0, json.length, "", problems);
        if (from >= 0) {
            try (JsonScan scan = new JsonScan(json, from, json.length, "", problems, false)) {
                read(json, scan, problems, items);
            }
        }
        return problems.none() ? new Events(items) : new Rejected(problems.all());
    }

    private static void read(byte[] json, JsonScan scan, Problems problems, List<Item> items) {
        try {
            items(json, scan, problems, items);
        } catch (JacksonException e) {
            scan.notJson(e);
        }
    }

    private static void items(byte[] json, JsonScan scan, Problems problems, List<Item> items) {
        JsonParser parser = scan.parser;
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            problems.add("", ProblemCode.BATCH_NOT_AN_ARRAY,
                    "A batch is a JSON array of events in structured mode. Send an array, also for one event.");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == EventReader.MAX_BATCH_EVENTS) {
                problems.add("", ProblemCode.BATCH_TOO_LARGE, "The batch has more than " + EventReader.MAX_BATCH_EVENTS
                        + " events. Send them in several batches.");
                return;
            }
            items.add(item(json, scan));
        }
        scan.end();
    }

    /**
     * Reads the event that begins at the current token, without a parser of its own. One that is not accepted so, or is
     * large, is read again by itself: what is wrong with it is told as of an event alone.
     */
    private static Item item(byte[] json, JsonScan scan) {
        int from = scan.from();
        Draft draft = new Draft(true, true);
        StructuredReader.readValue(draft, json, scan);
        scan.parser.finishToken();
        int to = scan.to();
        Reading reading = to - from <= EventReader.MAX_EVENT_BYTES ? draft.reading() : null;
        return reading instanceof Reading.Accepted
                ? new Item(reading, from, to)
                : new Item(EventReader.readStructured(json, from, to), from, to);
    }
}
