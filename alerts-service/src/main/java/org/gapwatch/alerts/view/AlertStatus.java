package org.gapwatch.alerts.view;

/** Whether a published alert goes on, is over, or was told by mistake. */
public enum AlertStatus {
    ACTIVE, RESOLVED, WITHDRAWN
}
