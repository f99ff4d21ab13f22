package org.gapwatch.bench.rung;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gapwatch.alerts.stream.OutputTopics;
import org.gapwatch.contract.Topics;

/** The stream as shipped, in a process of its own; it is told what to do as {@link Worker} says. */
final class StreamWorker {

    private StreamWorker() {
    }

    /** Arguments: bootstrap servers, and a directory for the state. */
    public static void main(String[] arguments) throws Exception {
        String servers = arguments[0];
        Path directory = Path.of(arguments[1]);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("READY");
        RunningStream stream = null;
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("run")) {
                stream = RunningStream.start(servers, directory, words[1],
                        new OutputTopics(words[2], words[3], Topics.REJECTED_EVENTS));
                System.out.println("RUNNING");
            } else if (stream != null) {
                stream.close();
                System.out.println("STOPPED");
            }
        }
        System.exit(0);
    }
}
