package org.gapwatch.border.check;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the border.
 *
 * @param memory how many of the latest events are remembered, to find ids that were used again; 1 to 10,000,000; each
 *            takes about 150 bytes
 */
@ConfigurationProperties("gapwatch.border")
public record BorderSettings(@DefaultValue("200000") int memory) {

    public BorderSettings {
        if (memory < 1 || memory > 10_000_000) {
            throw new IllegalArgumentException(
                    "gapwatch.border.memory must be 1 to 10000000, but is " + memory + ".");
        }
    }
}
