package org.gapwatch.alerts.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gapwatch.service.UnusableSetupException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that a catalogue is read from.
 *
 * @param domains the names of the domains, by the short form that the capabilities use
 * @param capabilities the capabilities
 */
record CatalogueFile(@Nullable Map<String, String> domains, @Nullable List<@Nullable Item> capabilities) {

    /** A capability as the file tells it; nothing of it is checked yet. */
    record Item(@Nullable String code, @Nullable String name, @Nullable String unit, @Nullable String domain) {
    }

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");
    private static final int MAX_CODE = 80;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** Reads and checks it; an {@link UnusableSetupException} tells everything that is wrong with it. */
    static Catalogue read(Resource resource) {
        try (var in = resource.getInputStream()) {
            return JSON.readValue(in, CatalogueFile.class).checked(resource);
        } catch (IOException | JacksonException e) {
            throw unusable(resource, List.of("it cannot be read: " + e.getMessage()));
        }
    }

    private Catalogue checked(Resource resource) {
        var problems = new ArrayList<String>();
        var entries = new ArrayList<Entry>();
        var codes = new HashSet<String>();
        Map<String, String> names = domains == null ? Map.of() : domains;
        for (var item : capabilities == null ? List.<@Nullable Item>of() : capabilities) {
            if (item == null || item.code == null || item.code.length() > MAX_CODE
                    || !CODE.matcher(item.code).matches()) {
                problems.add("a code is not of lower-case words parted by one dot or dash each, of at most " + MAX_CODE
                        + " characters: " + item);
            } else if (!codes.add(item.code)) {
                problems.add(item.code + " is there twice");
            } else if (text(item.name).isEmpty() || text(item.unit).isEmpty()) {
                problems.add(item.code + " needs a name and a unit");
            } else if (item.domain == null || !names.containsKey(item.domain)) {
                problems.add("the domain of " + item.code + " is none of " + names.keySet());
            } else {
                entries.add(
                        new Entry(item.code, text(item.name), text(item.unit), names.getOrDefault(item.domain, "")));
            }
        }
        if (!problems.isEmpty()) {
            throw unusable(resource, problems);
        }
        return new Catalogue(entries);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static UnusableSetupException unusable(Resource resource, List<String> problems) {
        return new UnusableSetupException("The catalogue of capabilities (gapwatch.catalogue, "
                + resource.getDescription() + ") cannot be used: " + String.join("; ", problems) + ".");
    }
}
