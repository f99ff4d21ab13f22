package org.gapwatch.border.entity;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A statement as published.
 *
 * @param type the CloudEvents type
 * @param source who published it
 * @param id the publisher's id of it
 * @param time since when it is known
 * @param data its JSON
 */
public record StatementView(String type, String source, String id, String time, @JsonRawValue String data) {
}
