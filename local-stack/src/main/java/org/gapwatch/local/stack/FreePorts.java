package org.gapwatch.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gapwatch.local.UsageException;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;

/** Looks whether the ports are free, all of them before anything starts. */
final class FreePorts {

    private FreePorts() {
    }

    /** @throws UsageException that names every port in use, and the variable that changes it */
    static void require(Settings settings) {
        var inUse = needed(settings).stream().filter(port -> !free(settings.bindAddress(), settings.port(port)))
                .toList();
        if (!inUse.isEmpty()) {
            throw new UsageException(inUse.stream()
                    .map(port -> "Port " + settings.port(port) + ", which " + port.server()
                            + " needs, is in use. Stop what listens there, or set "
                            + port.variable() + " to another port.")
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static List<Port> needed(Settings settings) {
        var needed = new ArrayList<>(List.of(Port.values()));
        if (settings.kafkaBootstrapServers() != null) {
            needed.remove(Port.KAFKA);
        }
        if (settings.mongodbUri() != null) {
            needed.remove(Port.MONGODB);
        }
        return needed;
    }

    private static boolean free(String bindAddress, int port) {
        if (port == 0) {
            return true;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(bindAddress), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
