package org.gapwatch.alerts.view;

/** The orders in which alerts are listed: newest day first, then by {@code alertId}. */
public enum AlertOrder {
    /** By the day on which it opened. */
    OPENED("openedOn"),
    /** By the day of its last transition. */
    CHANGED("changedOn");

    private final String field;

    AlertOrder(String field) {
        this.field = field;
    }

    /** The field of an alert's document that bears the day. */
    String field() {
        return field;
    }
}
