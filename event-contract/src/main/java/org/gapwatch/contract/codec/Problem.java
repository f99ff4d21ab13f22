package org.gapwatch.contract.codec;

/**
 * One thing that is wrong with an event.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the event's structured form, whichever mode it came in: {@code /time},
 *            {@code /data/schedule/3/dueOn}; empty for the event as a whole. For what is missing, where it belongs.
 * @param code what kind of problem it is; published and stable
 * @param detail a sentence or two in plain English that say what to do
 */
public record Problem(String pointer, ProblemCode code, String detail) {

    /** More problems than this are not listed, so that a rejection stays small. */
    public static final int MOST = 100;
}
