package org.gapwatch.local.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gapwatch.local.hostile.Kind.Way;
import org.gapwatch.local.hostile.Sending.Request;

/** What just HTTP lets a publisher do. */
final class HttpKinds {

    private static final String BATCH = "Content-Type: application/cloudevents-batch+json";
    private static final String STRUCTURED = "Content-Type: " + Corpus.STRUCTURED;

    private HttpKinds() {
    }

    static List<Kind> kinds() {
        return Stream.of(headers(), requests(), batches()).flatMap(List::stream).toList();
    }

    private static List<Kind> headers() {
        String section = "HTTP headers in binary mode";
        return List.of(
                kind(section, "an attribute twice", "duplicate-key", with("ce-id: other")),
                kind(section, "an attribute percent-encoded as no UTF-8", "not-utf-8", with("ce-trace: %FF")),
                kind(section, "an id percent-encoded as no UTF-8", "not-utf-8", instead("ce-id", "ce-id: %C3%28")),
                kind(section, "an attribute in Latin-1", "not-utf-8", with("ce-trace: K\u00e4ufer")),
                kind(section, "a line feed percent-encoded", "attribute-control-characters",
                        with("ce-trace: a%0D%0Aforged")),
                kind(section, "an attribute with an underscore", "attribute-name", with("ce-my_trace: a")),
                kind(section, "an attribute that is named data", "attribute-name", with("ce-data: a")),
                kind(section, "no time", "attribute-missing", instead("ce-time", "X-Time: none")),
                kind(section, "an id of 5,000 characters", "attribute-length",
                        instead("ce-id", "ce-id: " + "i".repeat(5_000))),
                kind(section, "data said to be XML", "datacontenttype-not-json",
                        instead("Content-Type", "Content-Type: application/xml")),
                kind(section, "data sent as a form", "datacontenttype-not-json",
                        instead("Content-Type", "Content-Type: application/x-www-form-urlencoded")),
                kind(section, "data of 64 KiB", "event-too-large",
                        n -> new Request(Intake.PROCUREMENT, "", Corpus.httpHeaders(Sample.ORDER, n),
                                padded(data(n), 1 << 16))),
                kind(section, "a percent sign that begins no code", "accepted", with("ce-trace: 100%zz")),
                kind(section, "no content type", "accepted", instead("Content-Type", "X-Type: none")),
                kind(section, "headers that nobody knows", "accepted",
                        with("X-Forwarded-For: <script>alert(1)</script>")));
    }

    private static List<Kind> requests() {
        String section = "HTTP requests";
        return List.of(
                kind(section, "no content type and no attributes", "refused: 415", structured("X-Type: none")),
                kind(section, "another content type", "refused: 415", structured("Content-Type: text/plain")),
                kind(section, "CloudEvents in another format", "refused: 415",
                        structured("Content-Type: application/cloudevents+xml")),
                kind(section, "another charset", "refused: 415", structured(STRUCTURED + "; charset=utf-16")),
                kind(section, "a charset that is none", "refused: 415", structured(STRUCTURED + "; charset=\u00ff")),
                kind(section, "a content type that is none", "refused: 415", structured("Content-Type: events")),
                kind(section, "a compressed body (10 MiB in 10 KiB)", "refused: 415",
                        n -> new Request(Intake.PROCUREMENT, "", List.of(STRUCTURED, "Content-Encoding: gzip"),
                                gzip(new byte[10 << 20]))),
                kind(section, "a parameter with a forged log line", "refused: 400",
                        query("?dryRun=%0D%0A2026-01-01T00:00:00.000Z%20ERROR%20forged"),
                        query("?%0D%0Aforged=true")),
                kind(section, "a query that is no UTF-8, or no percent-encoding", "refused: 400",
                        query("?dryRun=%0D%0A2026-01-01T00:00:00.000Z%20ERROR%20forged%FF"),
                        query("?%0D%0Aforged%FF=true"), query("?dryRun=forged%zz"), query("?dryRun=forged%"),
                        query("?dryRun=forged%C3%28"), query("?dryRun=forged%ED%A0%80")),
                kind(section, "a header with a control character", "refused: 400",
                        structured(STRUCTURED, "X-Forged: a\u0007b")),
                kind(section, "a header of 100 KiB", "refused: 400",
                        structured(STRUCTURED, "X-Long: " + "x".repeat(100 << 10))),
                kind(section, "200 headers", "refused: 400", structured(Stream.concat(Stream.of(STRUCTURED),
                        IntStream.range(0, 200).mapToObj(i -> "X-" + i + ": x")).toArray(String[]::new))),
                kind(section, "a length that is none", "refused: 400", structured(STRUCTURED, "Content-Length: -1")),
                kind(section, "two lengths", "refused: 400",
                        structured(STRUCTURED, "Content-Length: 2", "Content-Length: 3")),
                kind(section, "chunks that are none", "refused: 400",
                        structured(STRUCTURED, "Transfer-Encoding: chunked")));
    }

    private static List<Kind> batches() {
        String section = "HTTP batches as a whole";
        return List.of(
                kind(section, "no array", "refused: 400", batch("{}"), batch("17"), batch("")),
                kind(section, "an array cut off", "refused: 400", n -> request("[" + event(n) + ",")),
                kind(section, "an array with text in it that is no JSON", "refused: 400",
                        n -> request("[" + event(n) + ",NaN]")),
                kind(section, "text behind the array", "refused: 400", n -> request("[" + event(n) + "]]")),
                kind(section, "a byte that is no UTF-8", "refused: 400", n -> request("[" + event(n) + ",\"\u00ff\"]")),
                kind(section, "nested deeper than 512", "refused: 400", batch("[" + "[".repeat(10_000))),
                kind(section, "1,001 events", "refused: 413", batch("[" + "{},".repeat(1_000) + "{}]")),
                kind(section, "more than 4 MiB", "refused: 413", batch("[" + " ".repeat(4 << 20) + "]")));
    }

    private static Kind kind(String section, String name, String outcome, Way... ways) {
        return new Kind(section, name, Outcome.of(outcome), List.of(ways));
    }

    private static Way with(String header) {
        return n -> {
            List<String> headers = new ArrayList<>(Corpus.httpHeaders(Sample.ORDER, n));
            headers.add(header);
            return new Request(Intake.PROCUREMENT, "", headers, data(n));
        };
    }

    private static Way instead(String name, String header) {
        return n -> {
            List<String> headers = new ArrayList<>(Corpus.httpHeaders(Sample.ORDER, n));
            headers.replaceAll(each -> each.startsWith(name + ":") ? header : each);
            return new Request(Intake.PROCUREMENT, "", headers, data(n));
        };
    }

    private static Way structured(String... headers) {
        return n -> new Request(Intake.PROCUREMENT, "", List.of(headers), ByteText.bytes(event(n)));
    }

    private static Way query(String query) {
        return n -> new Request(Intake.PROCUREMENT, query, List.of(STRUCTURED), ByteText.bytes(event(n)));
    }

    private static Way batch(String body) {
        return _ -> request(body);
    }

    private static Request request(String body) {
        return new Request(Intake.PROCUREMENT, "", List.of(BATCH), ByteText.bytes(body));
    }

    private static String event(int n) {
        return Sample.own(Sample.ORDER.structured(), n);
    }

    private static byte[] data(int n) {
        return ByteText.bytes(Sample.own(Sample.ORDER.data(), n));
    }

    private static byte[] padded(byte[] data, int size) {
        byte[] padded = Arrays.copyOf(data, size);
        Arrays.fill(padded, data.length, size, (byte) ' ');
        return padded;
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
