package org.gapwatch.alerts.view;

import org.gapwatch.contract.Event;

/**
 * An event as it was stated.
 *
 * @param event what the model needs of it
 * @param data its data, JSON, as they came
 */
public record Stated(Event event, String data) {
}
