package org.gapwatch.contract.fold;

/** Where a line's capacity goes at a step: a target in thousandths a month, reached over {@code ramp} further months. */
record Level(long target, int ramp) {

    static final Level CLOSED = new Level(0, 0);
}
