package org.gapwatch.contract.codec;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Walks a JSON text: checks what holds for every value whatever it stands for (depth, names given twice, long numbers,
 * halves of surrogate pairs), and hashes values on the way.
 */
final class JsonScan implements AutoCloseable {

    /**
     * Deeper and longer than what is allowed, so that we meet the limit first, can say so and read on. The rest guards
     * memory and stack.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(512).maxNumberLength(1 << 24)
                    .maxStringLength(1 << 24).maxNameLength(1 << 24).build())
            // Those who read much do so on few threads, which live long.
            .recyclerPool(JsonRecyclerPools.threadLocalPool()).disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final int LONGEST_REASON = 200;

    final JsonParser parser;
    /** The parser counts from here. */
    private final int start;
    private final String root;
    private final Problems problems;
    private final boolean hashing;

    /**
     * @param root the pointer of the text's outermost value
     * @param hashing whether hashes are wanted; without, they are all 0
     */
    JsonScan(byte[] json, int from, int to, String root, Problems problems, boolean hashing) {
        this(FACTORY.createParser(ObjectReadContext.empty(), json, from, to - from), from, root, problems, hashing);
    }

    private JsonScan(JsonParser parser, int start, String root, Problems problems, boolean hashing) {
        this.parser = parser;
        this.start = start;
        this.root = root;
        this.problems = problems;
        this.hashing = hashing;
    }

    /** The same walk for a part of the text, whose problems go elsewhere; not to be closed. */
    JsonScan with(Problems ofPart, boolean hashingPart) {
        return new JsonScan(parser, start, root, ofPart, hashingPart);
    }

    /** Gives the parser's buffers back. */
    @Override
    public void close() {
        parser.close();
    }

    /** The pointer of the current value, or of the field whose name is current. */
    String pointer() {
        return root + parser.streamReadContext().pathAsPointer();
    }

    /** The index in the bytes at which the current token begins. */
    int from() {
        return start + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** The index after the current token, which is the end of an object or array. */
    int to() {
        return start + (int) parser.currentLocation().getByteOffset();
    }

    /** Checks that nothing follows the outermost value, which has been read. */
    void end() {
        if (parser.nextToken() != null) {
            problems.add(root, ProblemCode.NOT_JSON,
                    "More text follows after the end of the JSON value. Send one value only.");
        }
    }

    /** Tells why the parser gave up. */
    void notJson(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            // Deeper than the parser goes, which is mostly told before.
            if (problems.none()) {
                problems.add(root, ProblemCode.TOO_DEEP, "Objects and arrays are nested too deep. Send flatter JSON.");
            }
            return;
        }
        // What the parser says in brackets about where things began is for its own developers.
        String why = e.getOriginalMessage().split(" \\(start marker|\\[Source|:? \\(?enable `|\n", 2)[0].strip();
        problems.add(root, ProblemCode.NOT_JSON, "This is not JSON at line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + ": " + why.substring(0, Math.min(why.length(), LONGEST_REASON))
                + ". Send strict JSON.");
    }

    /** Checks the current value, to its end, and hashes it. */
    long value() {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> ContentHash.TRUE;
            case VALUE_FALSE -> ContentHash.FALSE;
            case VALUE_NULL -> ContentHash.NULL;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("not at a value: " + token);
        };
    }

    /** Checks and hashes the current text. */
    long text() {
        char[] chars = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        int length = parser.getStringLength();
        if (Characters.hasLoneSurrogate(chars, offset, length)) {
            loneSurrogate();
        }
        return hashing ? ContentHash.text(chars, offset, length) : 0;
    }

    /** Checks and hashes the current number. */
    long number() {
        if (!numberIsShort()) {
            problem(ProblemCode.NUMBER_TOO_LONG, "The number has " + parser.getStringLength()
                    + " characters. Write it with at most " + EventReader.MAX_NUMBER_CHARACTERS + ".");
        }
        return hashing
                ? ContentHash.number(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())
                : 0;
    }

    /** Whether the current number is one that may be computed with. */
    boolean numberIsShort() {
        return parser.getStringLength() <= EventReader.MAX_NUMBER_CHARACTERS;
    }

    /** Whether the object or array that begins here is nested too deep; it is then told, and skipped. */
    boolean tooDeep() {
        if (parser.streamReadContext().getNestingDepth() <= EventReader.MAX_DEPTH) {
            return false;
        }
        problem(ProblemCode.TOO_DEEP, "Objects and arrays are nested more than " + EventReader.MAX_DEPTH
                + " deep here. Send flatter JSON.");
        parser.skipChildren();
        return true;
    }

    /** Checks the name of a field that no rule of ours names, and remembers it in the set given. */
    Set<String> unknownName(String name, @Nullable Set<String> seen) {
        Set<String> names = seen == null ? new HashSet<>() : seen;
        if (Characters.hasLoneSurrogate(name.toCharArray(), 0, name.length())) {
            loneSurrogate();
        } else if (!names.add(name)) {
            duplicate(name);
        }
        return names;
    }

    /** Tells that the current field was there before. */
    void duplicate(String name) {
        problem(ProblemCode.DUPLICATE_KEY,
                "The name " + Problems.quote(name) + " occurs more than once in this object. Send it once.");
    }

    private long object() {
        if (tooDeep()) {
            return 0;
        }
        Set<String> names = null;
        long sum = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            names = unknownName(name, names);
            parser.nextToken();
            long value = value();
            sum += hashing ? ContentHash.field(ContentHash.text(name), value) : 0;
        }
        return ContentHash.object(sum);
    }

    private long array() {
        if (tooDeep()) {
            return 0;
        }
        long hash = ContentHash.array();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            hash = ContentHash.element(hash, value());
        }
        return hash;
    }

    private void loneSurrogate() {
        problem(ProblemCode.LONE_SURROGATE,
                "The text contains half of a surrogate pair (U+D800 to U+DFFF), which is no character. "
                        + "Write characters above U+FFFF in UTF-8, or as both halves.");
    }

    /** Tells a problem at the current place. A pointer takes as long as the names above it, and a stranger has many. */
    private void problem(ProblemCode code, String detail) {
        problems.add(problems.full() ? "" : pointer(), code, detail);
    }
}
