package org.gapwatch.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents attributes of one event by name, in order of arrival; unmodifiable for all but the reader that fills
 * it. They are few, so they are looked for one by one, unless a stranger sends many; what came as bytes is passed on as
 * those.
 */
public final class Attributes extends AbstractMap<String, String> {

    private static final int USUAL = 8;
    /** How many are looked for one by one at most: a record has room for 100,000. */
    private static final int FEW = 32;

    private @Nullable String[] names = new @Nullable String[USUAL];
    private @Nullable String[] texts = new @Nullable String[USUAL];
    private byte[] @Nullable [] bytes = new byte[USUAL][];
    private int size;
    /** Where each is, by name; made when they are no longer few. */
    private @Nullable Map<String, Integer> index;

    Attributes() {
    }

    /** Adds one whose name is new; its text's UTF-8 is made when it is asked for, where it is not given. */
    void add(String name, String text, byte @Nullable [] utf8) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            texts = Arrays.copyOf(texts, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        names[size] = name;
        texts[size] = text;
        bytes[size] = utf8;
        if (index != null) {
            index.put(name, size);
        }
        size++;
    }

    /** Tells each name with its text in UTF-8, which is shared and not to be modified. */
    void forEachUtf8(BiConsumer<String, byte[]> action) {
        for (int i = 0; i < size; i++) {
            byte[] utf8 = bytes[i];
            action.accept(name(i), utf8 == null ? text(i).getBytes(StandardCharsets.UTF_8) : utf8);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        if (size > FEW) {
            Integer at = index().get(name);
            return at == null ? null : text(at);
        }
        for (int i = 0; i < size; i++) {
            if (name(i).equals(name)) {
                return text(i);
            }
        }
        return null;
    }

    private Map<String, Integer> index() {
        Map<String, Integer> made = index;
        if (made == null) {
            made = new HashMap<>();
            for (int i = 0; i < size; i++) {
                made.put(name(i), i);
            }
            index = made;
        }
        return made;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Map.Entry<String, String>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Map.Entry<String, String> next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                next++;
                return Map.entry(name(next - 1), text(next - 1));
            }
        };
    }

    @SuppressWarnings("NullAway") // set below size
    private String name(int index) {
        return names[index];
    }

    @SuppressWarnings("NullAway") // set below size
    private String text(int index) {
        return texts[index];
    }
}
