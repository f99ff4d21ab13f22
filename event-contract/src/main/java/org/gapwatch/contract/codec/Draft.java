package org.gapwatch.contract.codec;

import java.time.Instant;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.EventType;
import org.gapwatch.contract.codec.Reading.Accepted;
import org.gapwatch.contract.codec.Reading.Rejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** One event while it is read: its attributes, its data, and the problems found so far. */
final class Draft {

    private static final String DATA = "/data";
    private static final byte[] NO_BYTES = {};

    private final Problems problems = new Problems();
    private final Envelope envelope = new Envelope(problems);
    private final boolean hashing;
    private final boolean sizeLimited;
    private @Nullable DataReader data;
    private byte[] bytes = NO_BYTES;
    /** Whether data were given, readable or not. */
    private boolean dataGiven;
    /** Whether the data, or the attributes, were read to their end, so that what was not seen is missing. */
    private boolean dataWhole;
    private boolean attributesWhole;

    /**
     * @param hashing whether the reading is to bear a content hash
     * @param sizeLimited whether an event that is too large is a problem
     */
    Draft(boolean hashing, boolean sizeLimited) {
        this.hashing = hashing;
        this.sizeLimited = sizeLimited;
    }

    Problems problems() {
        return problems;
    }

    Envelope envelope() {
        return envelope;
    }

    JsonScan scan(byte[] json, int from, int to, String root) {
        return new JsonScan(json, from, to, root, problems, hashing);
    }

    void checkSize(long size) {
        if (sizeLimited && size > EventReader.MAX_EVENT_BYTES) {
            problems.add("", ProblemCode.EVENT_TOO_LARGE, "The event has more than " + EventReader.MAX_EVENT_BYTES
                    + " bytes. Leave out what only informs, or split it.");
        }
    }

    /** Notes that all attributes have been told. */
    void attributesAreWhole() {
        attributesWhole = true;
    }

    /** Notes that there are data; false where there were some before, which is told. */
    boolean giveData(String pointer) {
        if (dataGiven) {
            problems.add(pointer, ProblemCode.DATA_TWICE,
                    "The event has both data and data_base64. Send one of them, better data.");
            return false;
        }
        dataGiven = true;
        return true;
    }

    /** Reads data that are a JSON text of their own. */
    void readData(byte[] json) {
        bytes = json;
        int from = Preflight.check(json, 0, json.length, DATA, problems);
        if (from < 0) {
            return;
        }
        try (JsonScan scan = scan(json, from, json.length, DATA)) {
            readData(scan);
        }
    }

    private void readData(JsonScan scan) {
        try {
            JsonToken first = scan.parser.nextToken();
            readData(scan, first);
            if (first != null) {
                scan.end();
            }
        } catch (JacksonException e) {
            scan.notJson(e);
        }
    }

    /** Reads data that are the current value of a JSON text. */
    void readData(JsonScan scan, @Nullable JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            data = new DataReader(scan);
            data.read();
            dataWhole = true;
        } else if (token == null) {
            problems.add(DATA, ProblemCode.DATA_MISSING, "The event has no data. Send them as a JSON object.");
        } else {
            problems.add(DATA, ProblemCode.DATA_NOT_AN_OBJECT,
                    "The data are a JSON object, but here is " + FieldReader.found(token) + ".");
            scan.value();
        }
    }

    /** Notes the bytes of data that were read as part of another text. */
    void bytes(byte[] dataBytes) {
        bytes = dataBytes;
    }

    /** What became of the event, now that all of it was read. */
    Reading reading() {
        Event event = event();
        if (event == null || data == null) {
            return new Rejected(envelope.source(), envelope.id(), problems.all());
        }
        String type = event.statement().type().cloudEventsType();
        return new Accepted(event, envelope.attributes(), bytes, ContentHash.event(type, data.hash()));
    }

    /** The event, or null where there are problems. */
    @Nullable
    Event event() {
        envelope.check(attributesWhole);
        EventType type = envelope.type();
        if (!dataGiven && attributesWhole) {
            problems.add(DATA, ProblemCode.DATA_MISSING, "The event has no data. Send them as a JSON object.");
        }
        if (data != null && type != null) {
            data.tellProblems(type, dataWhole, problems);
        }
        String source = envelope.source();
        String id = envelope.id();
        Instant time = envelope.time();
        if (!problems.none() || data == null || type == null || source == null || id == null || time == null) {
            return null;
        }
        return new Event(source, id, time, data.values().statement(type));
    }
}
