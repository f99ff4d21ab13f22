package org.gapwatch.border.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A name in 128 bits, so that the memory's size does not depend on how long publishers' ids are. Taken from SHA-256: an
 * outsider cannot make two names meet.
 */
record EventKey(long high, long low) {

    /** The key of two texts without controls, as CloudEvents {@code source} and {@code id} are. */
    static EventKey of(String first, String second) {
        byte[] digest = sha256().digest((first + '\n' + second).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new EventKey(bytes.getLong(), bytes.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
