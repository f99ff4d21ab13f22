package org.gapwatch.faults.line;

/**
 * One kind of fault.
 *
 * @param name what it is, for people
 * @param full how often it happens in the full run
 * @param small how often in the small one
 * @param action how it is done, and undone as far as it does not undo itself
 */
public record Fault(String name, int full, int small, Action action) {

    /** How often it happens in a run. */
    public int times(boolean inFull) {
        return inFull ? full : small;
    }

    /** What is done. */
    @FunctionalInterface
    public interface Action {
        /** Breaks something, and mends what would not mend itself. */
        void strike(Scene scene) throws Exception;
    }
}
