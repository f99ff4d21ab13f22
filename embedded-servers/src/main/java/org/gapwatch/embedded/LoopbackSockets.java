package org.gapwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Sockets bound before the broker starts, and handed to it by the name of the listener: so a free port that was found stays ours, and a port
 * in use is known before anything was written.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {

    private static final InetAddress LOOPBACK = loopback();

    private final Map<String, ServerSocketChannel> bound = new ConcurrentHashMap<>();

    /** Binds a listener to a port, or to any free one where it is 0; returns the port. */
    int bind(String listener, int port) {
        try {
            var channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(address(port));
            } catch (BindException e) {
                channel.close();
                throw new PortInUseException("The embedded Kafka broker", port, e);
            }
            bound.put(listener, channel);
            return channel.socket().getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(LOOPBACK, port);
    }

    @Override
    public ServerSocketChannel openServerSocket(String listenerName, InetSocketAddress address, int backlog,
            int receiveBufferSize) throws IOException {
        var channel = Objects.requireNonNull(bound.get(listenerName), listenerName);
        channel.configureBlocking(false);
        return channel;
    }

    @Override
    public void close() {
        for (var channel : bound.values()) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static InetAddress loopback() {
        try {
            // By number: "localhost" may mean IPv6 here and IPv4 to a client.
            return InetAddress.getByAddress("127.0.0.1", new byte[]{127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
