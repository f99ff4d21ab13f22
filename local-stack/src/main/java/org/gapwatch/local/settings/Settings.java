package org.gapwatch.local.settings;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapwatch.local.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Where everything listens, and which servers take the place of the embedded ones.
 *
 * @param ports 0 (any free one) to 65535, for every {@link Port}
 * @param bindAddress the address that the services listen on
 * @param kafkaBootstrapServers Kafka in place of the embedded broker, or null
 * @param mongodbUri MongoDB in place of the embedded server, or null
 */
public record Settings(Map<Port, Integer> ports, String bindAddress, @Nullable String kafkaBootstrapServers,
        @Nullable String mongodbUri) {

    private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String MONGODB = "MONGODB_URI";

    public Settings {
        ports = Map.copyOf(ports);
    }

    /**
     * Reads the environment; a variable that is empty counts as not set.
     *
     * @throws UsageException where a port is none, or two servers are given the same one
     */
    public static Settings from(Map<String, String> environment) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            ports.put(port, port(port, environment));
        }
        requireDistinct(ports);
        return new Settings(ports, given("GAPWATCH_BIND_ADDRESS", environment, "127.0.0.1"),
                given(KAFKA, environment), given(MONGODB, environment));
    }

    /** The port of a server, 0 for any free one. */
    public int port(Port port) {
        return ports.getOrDefault(port, port.standard());
    }

    /** Where clients on this machine find a service that listens on the port. */
    public URI address(int port) {
        var host = bindAddress.equals("0.0.0.0") || bindAddress.equals("::") ? "127.0.0.1" : bindAddress;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** The variables given that replace an embedded server by one that others may share, each with its value but for passwords. */
    public String sharedServers() {
        return Stream.of(describe(KAFKA, kafkaBootstrapServers), describe(MONGODB, mongodbUri))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String describe(String variable, @Nullable String value) {
        return value == null ? "" : variable + "=" + value.replaceAll("://[^@/]*@", "://...@");
    }

    private static int port(Port port, Map<String, String> environment) {
        var text = given(port.variable(), environment);
        if (text == null) {
            return port.standard();
        }
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new UsageException(
                port.variable() + " must be a port, 1 to 65535 (or 0 for any free one), not \"" + text + "\".");
    }

    private static void requireDistinct(Map<Port, Integer> ports) {
        var taken = new HashMap<Integer, Port>();
        ports.forEach((port, number) -> {
            var other = number == 0 ? null : taken.put(number, port);
            if (other != null) {
                throw new UsageException(other.variable() + " and " + port.variable() + " are both " + number
                        + ". Give each a port of its own.");
            }
        });
    }

    private static @Nullable String given(String variable, Map<String, String> environment) {
        var value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String given(String variable, Map<String, String> environment, String otherwise) {
        var value = given(variable, environment);
        return value == null ? otherwise : value;
    }
}
