package org.gapwatch.contract.codec;

import java.util.List;
import org.gapwatch.contract.Event;
import org.jspecify.annotations.Nullable;

/** What became of reading an event: accepted as it stands, or all that is wrong with it. */
public sealed interface Reading {

    /**
     * An event without any problem that can be seen from the event alone.
     *
     * @param event what the model needs of it
     * @param attributes every CloudEvents attribute and extension by name, as text, in the order of arrival:
     *            {@code specversion}, {@code id}, {@code source}, {@code type}, {@code time}, {@code datacontenttype}
     *            where given, and so on; unmodifiable
     * @param data the bytes of the data as they came, UTF-8 JSON; shared, not to be modified
     * @param contentHash a 64-bit hash of the type and of the JSON value of the data. The order of fields, white space
     *            and the spelling of numbers and strings do not matter to it, nor does the time. The same in every
     *            process and release.
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Accepted(Event event, Attributes attributes, byte[] data, long contentHash) implements Reading {
    }

    /**
     * An event that cannot be accepted.
     *
     * @param source the event's source, or null where it could not be read or is not valid
     * @param id the event's id, or null where it could not be read or is not valid
     * @param problems all problems found, at least one, at most {@link Problem#MOST} and one that says there were more
     */
    record Rejected(@Nullable String source, @Nullable String id, List<Problem> problems) implements Reading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
