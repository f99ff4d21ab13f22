package org.gapwatch.alerts.feed;

/**
 * How far a client has read in the log.
 *
 * @param generation of the log; each topic that it was read from is one
 * @param number of the event that comes next
 */
record Place(long generation, long number) {
}
