package org.gapwatch.faults.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Canonical texts by key, and one digest over all of them. */
final class Digest {

    private static final int SHOWN = 400;

    private final TreeMap<String, String> texts = new TreeMap<>();

    void put(String key, String canonical) {
        texts.put(key, canonical);
    }

    void remove(String key) {
        texts.remove(key);
    }

    /** SHA-256 over all keys and texts, in the order of the keys. */
    String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((key, text) -> digest.update((key + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What differs from what is expected, where the digests do. */
    void compare(String where, Digest expected, Findings findings) {
        if (sha256().equals(expected.sha256())) {
            return;
        }
        Set<String> keys = new TreeSet<>(texts.keySet());
        keys.addAll(expected.texts.keySet());
        for (String key : keys) {
            String told = texts.get(key);
            String right = expected.texts.get(key);
            if (!Objects.equals(told, right)) {
                findings.wrong(where + " " + key + ": " + shown(told, right) + " instead of " + shown(right, told));
            }
        }
    }

    /** From a little before the first difference on. */
    private static String shown(@Nullable String text,
            @Nullable String other) {
        if (text == null) {
            return "nothing";
        }
        int from = 0;
        if (other != null) {
            while (from < text.length() && from < other.length() && text.charAt(from) == other.charAt(from)) {
                from++;
            }
        }
        from = Math.max(0, from - 60);
        return (from > 0 ? "…" : "") + text.substring(from, Math.min(text.length(), from + SHOWN));
    }

    /** The texts of keys that begin like that. */
    Map<String, String> texts() {
        return texts;
    }
}
