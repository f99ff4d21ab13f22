package org.gapwatch.local.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The project's compose file, its anchors and merges resolved. */
record ComposeFile(Map<String, Object> content) {

    /** The project's root folder. */
    static final Path PROJECT = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("docker-compose.yml")))
            .findFirst()
            .orElseThrow();

    /** The services of Gapwatch in it. */
    static final List<String> GAPWATCH = List.of("production-service", "procurement-service", "alerts-service");

    static ComposeFile read() throws IOException {
        try (var reader = Files.newBufferedReader(PROJECT.resolve("docker-compose.yml"))) {
            return new ComposeFile(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        }
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(content.get("services"));
    }

    /** The named volumes that it declares. */
    @SuppressWarnings("unchecked")
    Iterable<String> volumes() {
        return ((Map<String, Object>) Objects.requireNonNull(content.get("volumes"))).keySet();
    }

    /** The environment of a service. */
    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service) {
        return new TreeMap<>((Map<String, String>) service(service).getOrDefault("environment", Map.of()));
    }

    Map<String, Object> service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    /** The texts in a list of all services, such as their {@code ports} or {@code volumes}, that fit. */
    Stream<String> texts(String key, Predicate<String> fits) {
        return services().values().stream()
                .flatMap(service -> ((List<?>) service.getOrDefault(key, List.of())).stream())
                .map(String::valueOf)
                .filter(fits);
    }
}
