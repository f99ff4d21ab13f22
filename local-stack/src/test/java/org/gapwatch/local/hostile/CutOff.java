package org.gapwatch.local.hostile;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gapwatch.local.hostile.Kind.Way;

/** A good event of which only the beginning came, in structured mode and in binary mode: cut off at every byte. */
final class CutOff {

    private static final String SECTION = "Cut off";
    private static final String EVENT = Sample.own(Sample.ORDER.structured(), 0);
    private static final String DATA = Sample.own(Sample.ORDER.data(), 0);

    private CutOff() {
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind(SECTION, "a structured event before its first byte", Outcome.of("empty-event"),
                        event(at -> at == 0)),
                new Kind(SECTION, "a structured event inside a character", Outcome.of("not-utf-8"),
                        event(at -> at > 0 && inside(EVENT, at))),
                new Kind(SECTION, "a structured event at any other byte", Outcome.of("not-json"),
                        event(at -> at > 0 && !inside(EVENT, at))),
                new Kind(SECTION, "binary data before their first byte", Outcome.of("data-missing"),
                        data(at -> at == 0)),
                new Kind(SECTION, "binary data inside a character", Outcome.of("not-utf-8"),
                        data(at -> at > 0 && inside(DATA, at))),
                new Kind(SECTION, "binary data at any other byte", Outcome.of("not-json"),
                        data(at -> at > 0 && !inside(DATA, at))));
    }

    private static List<Way> event(IntPredicate where) {
        return ways(EVENT, where, at -> Corpus.structured(
                _ -> ByteText.bytes(EVENT.substring(0, at))));
    }

    private static List<Way> data(IntPredicate where) {
        return ways(DATA, where, at -> Corpus.binary(Sample.ORDER,
                _ -> ByteText.bytes(DATA.substring(0, at))));
    }

    private interface At {
        List<Way> ways(int at);
    }

    private static List<Way> ways(String text, IntPredicate where, At at) {
        return IntStream.range(0, text.length()).filter(where).mapToObj(at::ways).flatMap(List::stream).toList();
    }

    private static boolean inside(String text, int at) {
        return (text.charAt(at) & 0xc0) == 0x80;
    }
}
