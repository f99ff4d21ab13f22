package org.gapwatch.alerts.catalogue;

/**
 * What is known of a capability.
 *
 * @param code its code
 * @param name what people call it
 * @param unit what is counted, in the plural
 * @param domain the name of the domain it belongs to
 */
public record Entry(String code, String name, String unit, String domain) {
}
