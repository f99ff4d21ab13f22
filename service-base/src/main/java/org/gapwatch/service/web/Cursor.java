package org.gapwatch.service.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of a list ends: the sort keys of its last item. The next page begins after them, whatever was added or
 * removed in between. To clients it is opaque, and it belongs to the list, with its filters, that gave it.
 */
public final class Cursor {

    /** Room for an event's source and id of any 256 characters each. */
    private static final int MAX_LENGTH = 6 * 1024;

    private Cursor() {
    }

    /**
     * The cursor after an item.
     *
     * @param list what is listed and how it is filtered; a cursor made for another list is refused
     * @param keys the item's sort keys
     */
    public static String after(String list, String... keys) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(list.hashCode());
            out.writeByte(keys.length);
            for (var key : keys) {
                out.writeUTF(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** The sort keys after which the page begins; answered with 400 where the cursor is not one of this list. */
    public static List<String> keys(String list, String cursor) {
        try (var in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(bounded(cursor))))) {
            if (in.readInt() != list.hashCode()) {
                throw unusable();
            }
            var keys = new ArrayList<String>();
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                keys.add(in.readUTF());
            }
            if (in.read() >= 0) {
                throw unusable();
            }
            return keys;
        } catch (IOException | IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static String bounded(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw unusable();
        }
        return cursor;
    }

    /** To throw where keys are not of the form that the list gave. */
    public static RuntimeException unusable() {
        return Problems.badParameter("cursor", "The cursor is not one that this list gave with these filters. "
                + "Leave it out to begin with the first page.");
    }
}
