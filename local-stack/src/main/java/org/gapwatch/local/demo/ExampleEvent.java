package org.gapwatch.local.demo;

import java.time.LocalDate;

/**
 * One event of an example.
 *
 * @param topic the intake topic that takes its type
 * @param capability what it is about
 * @param knownOn the UTC date of its time
 * @param json the event in structured mode
 */
record ExampleEvent(String topic, String capability, LocalDate knownOn, String json) {
}
