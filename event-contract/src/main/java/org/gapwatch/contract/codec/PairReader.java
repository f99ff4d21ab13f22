package org.gapwatch.contract.codec;

import java.time.LocalDate;
import java.util.Set;
import org.gapwatch.contract.OrderStatement.Tranche;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the small objects inside the data, which have two required fields each. */
final class PairReader {

    /** The two fields of such an object. */
    enum Pair {
        /** An entry of a schedule. */
        TRANCHE("dueOn", "quantity"),
        /** An amount of money. */
        MONEY("amount", "currency");

        private final String first;
        private final String second;
        private final long firstHash;
        private final long secondHash;

        Pair(String first, String second) {
            this.first = first;
            this.second = second;
            firstHash = ContentHash.text(first);
            secondHash = ContentHash.text(second);
        }
    }

    private final JsonScan scan;
    private final JsonParser parser;
    private final FieldReader read;
    private final FieldReader.Sink problems;
    private @Nullable LocalDate dueOn;
    private long quantity;

    PairReader(JsonScan scan, FieldReader read, FieldReader.Sink problems) {
        this.scan = scan;
        this.parser = scan.parser;
        this.read = read;
        this.problems = problems;
    }

    /** Reads the object that begins at the current token, and answers its hash. */
    long read(Pair pair) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            read.wrongType("an object with " + pair.first + " and " + pair.second);
            return read.hash();
        }
        Seen first = Seen.NO;
        Seen second = Seen.NO;
        Set<String> unknown = null;
        long hash = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (name.equals(pair.first) && first == Seen.NO) {
                first = next();
                hash += ContentHash.field(pair.firstHash, first == Seen.NULL ? ContentHash.NULL : first(pair));
            } else if (name.equals(pair.second) && second == Seen.NO) {
                second = next();
                hash += ContentHash.field(pair.secondHash, second == Seen.NULL ? ContentHash.NULL : second(pair));
            } else {
                if (name.equals(pair.first) || name.equals(pair.second)) {
                    scan.duplicate(name);
                } else {
                    unknown = scan.unknownName(name, unknown);
                }
                parser.nextToken();
                hash += ContentHash.field(ContentHash.text(name), scan.value());
            }
        }
        require(first, pair.first);
        require(second, pair.second);
        return ContentHash.object(hash);
    }

    /** The entry read last; null where something was wrong with it. */
    @Nullable
    Tranche tranche() {
        return dueOn == null || quantity == FieldReader.NONE ? null : new Tranche(dueOn, quantity);
    }

    private enum Seen {
        NO, NULL, YES
    }

    private Seen next() {
        return parser.nextToken() == JsonToken.VALUE_NULL ? Seen.NULL : Seen.YES;
    }

    private long first(Pair pair) {
        switch (pair) {
            case TRANCHE -> dueOn = read.date();
            case MONEY -> read.amount();
        }
        return read.hash();
    }

    private long second(Pair pair) {
        switch (pair) {
            case TRANCHE -> quantity = read.quantity();
            case MONEY -> read.currency();
        }
        return read.hash();
    }

    /** After the object's end, where the pointer is the object's again. */
    private void require(Seen seen, String name) {
        if (seen != Seen.YES) {
            problems.add(Problems.child(scan.pointer(), name), ProblemCode.FIELD_MISSING, "Give " + name + " here.");
        }
    }
}
