package org.gapwatch.bench.http;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gapwatch.bench.harness.Java;

/**
 * A client of little cost in a process of its own: {@code PORT PATH CONNECTIONS FILE}. Posts each body of a file over
 * connections that are kept alive, the next one once the answer to the one before is there; prints the nanoseconds it took.
 */
final class PostClient {

    private static final byte[] NEW_LINE = {'\r', '\n'};

    private final int port;
    private final String path;
    private final List<byte[]> bodies;
    private final AtomicInteger next = new AtomicInteger();

    private PostClient(int port, String path, List<byte[]> bodies) {
        this.port = port;
        this.path = path;
        this.bodies = bodies;
    }

    /** Runs it, and tells how many seconds it took. */
    static double run(int port, String path, int connections, Path file, Path directory) throws IOException {
        Path log = directory.resolve("post-client.log");
        Process process = Java.start(PostClient.class, List.of("-XX:+UseSerialGC", "-Xmx1g"),
                List.of(String.valueOf(port), path, String.valueOf(connections), file.toString()), log);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String nanos = output.readLine();
            if (nanos == null) {
                throw new IOException("The client failed: " + Files.readString(log));
            }
            return Long.parseLong(nanos) / 1e9;
        }
    }

    public static void main(String[] arguments) throws Exception {
        PostClient client = new PostClient(Integer.parseInt(arguments[0]), arguments[1],
                EventBatches.read(Path.of(arguments[3])));
        int connections = Integer.parseInt(arguments[2]);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            long start = System.nanoTime();
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(client::post);
            }
            for (Future<Integer> one : threads.invokeAll(all)) {
                one.get();
            }
            System.out.println(System.nanoTime() - start);
        }
    }

    private int post() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            Answers answers = new Answers(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            int posted = 0;
            for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                byte[] body = bodies.get(i);
                byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/cloudevents-batch+json\r\nContent-Length: " + body.length
                        + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
                byte[] request = new byte[head.length + body.length];
                System.arraycopy(head, 0, request, 0, head.length);
                System.arraycopy(body, 0, request, head.length, body.length);
                out.write(request);
                answers.readAccepted();
                posted++;
            }
            return posted;
        }
    }

    /** The answers of one connection; anything but 202 fails. */
    private static final class Answers {

        private final InputStream in;
        private final byte[] line = new byte[8_192];

        Answers(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        void readAccepted() throws IOException {
            String status = readLine();
            int length = 0;
            boolean chunked = false;
            for (String header = readLine(); !header.isEmpty(); header = readLine()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).trim());
                }
                chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
            }
            if (chunked) {
                for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
                    in.skipNBytes(chunk + NEW_LINE.length);
                }
                in.skipNBytes(NEW_LINE.length);
            } else {
                in.skipNBytes(length);
            }
            if (!status.startsWith("HTTP/1.1 202")) {
                throw new IOException("Answered " + status);
            }
        }

        private int chunk() throws IOException {
            return Integer.parseInt(readLine(), 16);
        }

        private String readLine() throws IOException {
            int length = 0;
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("The server closed the connection");
                }
                line[length++] = (byte) b;
            }
            return new String(line, 0, length - 1, StandardCharsets.US_ASCII);
        }
    }
}
