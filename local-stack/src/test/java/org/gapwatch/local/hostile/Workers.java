package org.gapwatch.local.hostile;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The threads that work for as long as the stack runs: intake, projections, the stream, and the clients and servers they use. */
final class Workers {

    private static final Pattern LASTING = Pattern.compile(
            "intake.*|projection.*|.*StreamThread.*|kafka-producer-network-thread.*|kafka-coordinator-heartbeat.*"
                    + "|data-plane-kafka.*|http-nio.*|.*alert.*|.*feed.*");

    private final Set<String> names;

    private Workers(Set<String> names) {
        this.names = names;
    }

    static Workers now() {
        return new Workers(Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> LASTING.matcher(name).matches()).collect(Collectors.toCollection(TreeSet::new)));
    }

    Set<String> names() {
        return names;
    }

    /** Those that have ended and that no other of their name has followed. */
    Set<String> missing() {
        var missing = new TreeSet<>(names);
        missing.removeAll(now().names);
        return missing;
    }
}
