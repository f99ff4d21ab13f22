package org.gapwatch.local.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.gapwatch.local.hostile.Kind.Way;
import org.gapwatch.local.hostile.Sending.Batch;
import org.gapwatch.local.hostile.Sending.Header;
import org.gapwatch.local.hostile.Sending.Record;
import org.jspecify.annotations.Nullable;

/** What just Kafka lets a publisher do. */
final class KafkaKinds {

    private static final List<String> CODECS = List.of("none", "gzip", "snappy", "lz4", "zstd");
    /** The offset of the checksum and of the number of records in a batch (Kafka's record format, version 2). */
    private static final int CHECKSUM = 17;
    private static final int COUNT = 57;
    private static final int LARGEST = 64 << 10;
    /** What a header takes of that whose name is of three characters behind the prefix, and which has no value. */
    private static final int SHORT = 6;
    private static final String FILLER = "ce_filler";
    /** What a number takes in JSON that is written as 1e9 and has a name of three characters. */
    private static final int NUMBER = 10;

    private KafkaKinds() {
    }

    static List<Kind> kinds() {
        return Stream.of(headers(), around(), compression()).flatMap(List::stream).toList();
    }

    private static List<Kind> headers() {
        String section = "Kafka headers";
        return List.of(
                kind(section, "no value", "empty-event", n -> new Record(Intake.PROCUREMENT, List.of(), null)),
                kind(section, "binary mode without a value", "data-missing", n -> binary(n, null)),
                kind(section, "an attribute without a value", "attribute-missing", with("ce_id", (String) null)),
                kind(section, "an attribute twice", "duplicate-key", with("ce_id", "other")),
                kind(section, "an attribute that is no UTF-8", "not-utf-8", with("ce_trace", "\u00ff")),
                kind(section, "a line feed in an attribute", "attribute-control-characters",
                        with("ce_trace", "a\r\nforged")),
                kind(section, "an attribute with a capital letter", "attribute-name", with("ce_Trace", "a")),
                kind(section, "an attribute without a name", "attribute-name", with("ce_", "a")),
                kind(section, "an attribute that is named data", "attribute-name", with("ce_data", "a")),
                kind(section, "an attribute of 70,000 characters", "event-too-large",
                        with("ce_trace", "t".repeat(70_000))),
                kind(section, "70,000 attributes", "event-too-large", n -> {
                    List<Header> headers = new ArrayList<>(Header.of(Sample.ORDER.headers("ce_", n)));
                    IntStream.range(0, 100_000)
                            .forEach(i -> headers.add(Header.of("ce_x" + Integer.toString(i, 36), "")));
                    return new Record(Intake.PROCUREMENT, headers, data(n));
                }),
                kind(section, "as many attributes as an event has room for", "accepted", n -> filled(n, LARGEST)),
                kind(section, "one byte more of them", "event-too-large", n -> filled(n, LARGEST + 1)),
                kind(section, "17,000 attributes of three letters, without values", "event-too-large",
                        n -> many(n, 17_000)),
                kind(section, "as many attributes in structured mode as grow most in binary mode", "accepted",
                        KafkaKinds::growing),
                kind(section, "70,000 attributes in structured mode", "event-too-large", n -> {
                    StringBuilder many = new StringBuilder();
                    IntStream.range(0, 70_000).forEach(
                            i -> many.append("\"x").append(Integer.toString(i, 36)).append("\":null,"));
                    return new Record(Intake.PROCUREMENT, List.of(), ByteText.bytes(
                            Sample.own(Sample.ORDER.structured(), n).replaceFirst("\\{", "{" + many)));
                }),
                kind(section, "the content type of a batch", "content-type-not-supported",
                        structuredAs("application/cloudevents-batch+json")),
                kind(section, "the content type of another format", "content-type-not-supported",
                        structuredAs("application/cloudevents+avro")),
                kind(section, "structured mode in UTF-16", "content-type-not-supported",
                        structuredAs("application/cloudevents+json; charset=utf-16")),
                kind(section, "binary data said to be XML", "datacontenttype-not-json",
                        with("content-type", "application/xml")),
                kind(section, "a whole event in binary mode", "field-missing",
                        n -> new Record(Intake.PROCUREMENT, Header.of(Sample.ORDER.headers("ce_", n)), event(n))),
                kind(section, "a whole event with attributes for headers but no version among them", "accepted",
                        n -> new Record(Intake.PROCUREMENT, List.of(Header.of("ce_trace", "a")), event(n))),
                kind(section, "Content-Type in capitals", "accepted",
                        n -> new Record(Intake.PROCUREMENT, List.of(Header.of("CONTENT-TYPE", Corpus.STRUCTURED)),
                                event(n))),
                kind(section, "headers that nobody knows", "accepted",
                        n -> new Record(Intake.PROCUREMENT, List.of(Header.of("", ""), Header.of("x\r\ny", "\u0000"),
                                new Header("z", null)), event(n))));
    }

    private static List<Kind> around() {
        String section = "Kafka keys, partitions and timestamps";
        return List.of(
                kind(section, "a key that is empty, random, large, or another capability", "accepted",
                        keyed(new byte[0]), keyed(new byte[]{-1, 0, 13, 10}), keyed(new byte[100_000]),
                        keyed(ByteText.bytes("tanks.main-battle-tank"))),
                kind(section, "a key beside a value that is none", "not-json",
                        n -> new Record(Intake.PROCUREMENT, List.of(), ByteText.bytes("{")).withKey(event(n))),
                new Kind(section, "any partition", Outcome.ACCEPTED, IntStream.range(0, 6)
                        .<Way>mapToObj(partition -> n -> structured(n).withPartition(partition)).toList()),
                kind(section, "a timestamp of -1", "accepted", n -> structured(n).withTimestamp(-1)),
                kind(section, "a timestamp of 1970, of the year 2262, and the last there is", "accepted",
                        n -> structured(n).withTimestamp(0), n -> structured(n).withTimestamp(1L << 43),
                        n -> structured(n).withTimestamp(Long.MAX_VALUE)),
                kind(section, "a timestamp of 1970 for a time 25 hours ahead", "time-ahead",
                        n -> new Record(Intake.PROCUREMENT, List.of(), ByteText.bytes(Sample.own(
                                Sample.ORDER.structured().replace("TIME", "IN 25 HOURS"), n))).withTimestamp(0)),
                kind(section, "an order in the intake of production", "type-not-for-this-intake",
                        n -> new Record(Intake.PRODUCTION, List.of(), event(n))),
                kind(section, "a line in the intake of procurement", "type-not-for-this-intake",
                        n -> new Record(Intake.PROCUREMENT, List.of(),
                                ByteText.bytes(Sample.own(Sample.LINE.structured(), n)))));
    }

    private static List<Kind> compression() {
        String section = "Kafka compression and batches";
        return List.of(
                new Kind(section, "a good event in every codec", Outcome.ACCEPTED, CODECS.stream()
                        .<Way>map(codec -> n -> structured(n).withCompression(codec)).toList()),
                new Kind(section, "text that is no JSON in every codec", Outcome.of("not-json"), CODECS.stream()
                        .<Way>map(codec -> n -> new Record(Intake.PROCUREMENT, List.of(), ByteText.bytes("{"))
                                .withCompression(codec))
                        .toList()),
                new Kind(section, "120 KiB of blanks in every codec", Outcome.of("empty-event event-too-large"), CODECS
                        .stream().<Way>map(codec -> n -> new Record(Intake.PROCUREMENT, List.of(), blanks(120 << 10))
                                .withCompression(codec))
                        .toList()),
                new Kind(section, "a compression bomb: 8 MiB of blanks in one record",
                        Outcome.of("refused: INVALID_RECORD"),
                        CODECS.stream().skip(1).<Way>map(codec -> n -> batch(codec, b -> b, blanks(8 << 20)))
                                .toList()),
                kind(section, "a record of more than 1 MiB", "refused: MESSAGE_TOO_LARGE",
                        n -> batch("none", b -> b, blanks(1 << 20))),
                kind(section, "a batch with a wrong checksum", "refused: CORRUPT_MESSAGE",
                        n -> batch("none", broken(CHECKSUM), event(n))),
                kind(section, "a batch that says it has more records than it has", "refused: CORRUPT_MESSAGE",
                        n -> batch("none", broken(COUNT), event(n))),
                new Kind(section, "a batch that is said to be compressed and is not",
                        Outcome.of("refused: CORRUPT_MESSAGE"),
                        CODECS.stream().skip(1).<Way>map(codec -> n -> batch(codec, broken(COUNT + 10), event(n)))
                                .toList()));
    }

    private static Kind kind(String section, String name, String outcome, Way... ways) {
        return new Kind(section, name, Outcome.of(outcome), List.of(ways));
    }

    private static Record structured(int n) {
        return new Record(Intake.PROCUREMENT, List.of(), event(n));
    }

    private static Way structuredAs(String contentType) {
        return n -> new Record(Intake.PROCUREMENT, List.of(Header.of("content-type", contentType)), event(n));
    }

    private static Way keyed(byte[] key) {
        return n -> structured(n).withKey(key);
    }

    private static Record binary(int n, byte @Nullable [] data) {
        return new Record(Intake.PROCUREMENT, Header.of(Sample.ORDER.headers("ce_", n)), data);
    }

    /** A good event in binary mode with as many attributes without values as fit into a size, and one that fills it. */
    private static Record filled(int n, int size) {
        int good = data(n).length;
        for (Header header : Header.of(Sample.ORDER.headers("ce_", n))) {
            good += header.name().length() + (header.value() == null ? 0 : header.value().length);
        }
        int count = (size - good - FILLER.length()) / SHORT;
        Record many = many(n, count);
        var filler = Header.of(FILLER, "x".repeat(size - good - count * SHORT - FILLER.length()));
        return new Record(many.intake(), Stream.concat(many.headers().stream(), Stream.of(filler)).toList(),
                many.value());
    }

    /** A good event in binary mode with so many more attributes, whose names have three characters and which have no value. */
    private static Record many(int n, int count) {
        Stream<Header> more = IntStream.range(0, count)
                .mapToObj(i -> Header.of("ce_" + Integer.toString(36 * 36 + i, 36), ""));
        return new Record(Intake.PROCUREMENT,
                Stream.concat(Header.of(Sample.ORDER.headers("ce_", n)).stream(), more).toList(), data(n));
    }

    /** A good event in structured mode that is full of numbers, each of which is three times as long written out. */
    private static Record growing(int n) {
        String good = Sample.own(Sample.ORDER.structured(), n);
        StringBuilder numbers = new StringBuilder();
        for (int name = 36 * 36; numbers.length() + NUMBER < LARGEST - good.length(); name++) {
            numbers.append('"').append(Integer.toString(name, 36)).append("\":1e9,");
        }
        return new Record(Intake.PROCUREMENT, List.of(), ByteText.bytes(good.replaceFirst("\\{", "{" + numbers)));
    }

    /** A good event in binary mode with one more header; where it is null, it takes the place of the good one. */
    private static Way with(String name, @Nullable String value) {
        return n -> {
            Map<String, String> good = Sample.ORDER.headers("ce_", n);
            if (value == null) {
                good.remove(name);
            }
            Header header = new Header(name, value == null ? null : ByteText.bytes(value));
            return new Record(Intake.PROCUREMENT, Stream.concat(Header.of(good).stream(), Stream.of(header)).toList(),
                    data(n));
        };
    }

    private static Batch batch(String codec, UnaryOperator<byte[]> change, byte[] value) {
        var records = MemoryRecords.withRecords(Compression.of(codec).build(), new SimpleRecord(value)).buffer();
        byte[] bytes = new byte[records.remaining()];
        records.get(bytes);
        return new Batch(Intake.PROCUREMENT, change.apply(bytes));
    }

    /** Changes one byte of a batch. */
    private static UnaryOperator<byte[]> broken(int at) {
        return bytes -> {
            bytes[at + 3] ^= 0x55;
            return bytes;
        };
    }

    private static byte[] event(int n) {
        return ByteText.bytes(Sample.own(Sample.ORDER.structured(), n));
    }

    private static byte[] data(int n) {
        return ByteText.bytes(Sample.own(Sample.ORDER.data(), n));
    }

    private static byte[] blanks(int bytes) {
        return ByteText.bytes(" ".repeat(bytes));
    }
}
