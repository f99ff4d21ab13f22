package org.gapwatch.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server, which can be cut and mended. */
final class Wire implements AutoCloseable {

    private static final String NOTHING = "\n";

    private final ServerSocket listening;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean stalled;
    /** No request begins like this where nothing is refused. */
    private volatile String refused = NOTHING;

    Wire(URI server) throws IOException {
        this.server = server;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    /** Ends all connections; new ones end at once. */
    void cut() throws IOException {
        cut = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
        stalled = false;
        refused = NOTHING;
    }

    /** Passes on nothing that the server says, until the wire is mended; what it says meanwhile is lost. */
    void stall() {
        stalled = true;
    }

    /** Ends each connection on which something is asked for whose path begins like this. */
    void refuse(String path) {
        refused = "GET " + path;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var near = listening.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                var far = new Socket();
                far.connect(new InetSocketAddress(server.getHost(), server.getPort()));
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pass(near, far, false));
                Thread.ofVirtual().start(() -> pass(far, near, true));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pass(Socket from, Socket to, boolean back) {
        try (from; to) {
            var buffer = new byte[16 * 1024];
            boolean lost = false;
            for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                if (!back && new String(buffer, 0, Math.min(read, 200), StandardCharsets.ISO_8859_1)
                        .startsWith(refused)) {
                    return;
                }
                lost |= back && stalled;
                if (!lost) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // One end has gone, which ends the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
