package org.gapwatch.local.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as the bytes that they are, whatever their encoding: decoding would put others in their place. */
final class ByteLines {

    private final InputStream in;

    /** @param in remains the caller's to close */
    ByteLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its line feed, with or without a carriage return before it; null at the end. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        var read = in.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
        }
        return line.toByteArray();
    }
}
