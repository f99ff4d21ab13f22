package org.gapwatch.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs in this process, one after the other, as standard input says, a line each: {@code run} with
 * {@link PeerOptions#USAGE}, answered with {@code RUNNING} once all tasks run; {@code stop}, answered with
 * {@code STOPPED}. What goes wrong is answered with {@code FAILED} and the reason. The end of input ends it, and so does
 * a job that fails.
 */
public final class FlinkPeer {

    private final String bootstrapServers;
    private final Path directory;
    private @Nullable RunningJob job;

    private FlinkPeer(String bootstrapServers, Path directory) {
        this.bootstrapServers = bootstrapServers;
        this.directory = directory;
    }

    /** The program; its arguments are the bootstrap servers and a directory for checkpoints. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: FlinkPeer BOOTSTRAP-SERVERS DIRECTORY");
            System.exit(2);
        }
        var peer = new FlinkPeer(arguments[0], Path.of(arguments[1]));
        System.out.println("READY");
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(peer.answer(List.of(line.strip().split(" +"))));
        }
        System.exit(0);
    }

    private String answer(List<String> words) {
        try {
            return switch (words.getFirst()) {
                case "run" -> run(PeerOptions.of(words.subList(1, words.size())));
                case "stop" -> stop();
                default -> "FAILED not a command: " + words.getFirst();
            };
        } catch (Exception e) {
            e.printStackTrace();
            return "FAILED " + e;
        }
    }

    private String run(PeerOptions options) throws Exception {
        stop();
        job = RunningJob.start(bootstrapServers, directory, options);
        job.onFailure(failure -> {
            failure.printStackTrace();
            System.exit(1);
        });
        return "RUNNING";
    }

    private String stop() throws Exception {
        if (job != null) {
            job.close();
            job = null;
        }
        return "STOPPED";
    }
}
