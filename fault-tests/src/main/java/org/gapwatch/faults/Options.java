package org.gapwatch.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param full whether all faults happen as often as in the full run
 * @param seed what decides about the load, and about when what is broken
 * @param mongod the program of a real MongoDB server; null for the embedded MongoDB-wire server
 * @param only the lines to run; empty for all of the run
 */
record Options(boolean full, long seed, @Nullable Path mongod, Set<String> only) {

    static final String USAGE = """
            usage: ./gapwatch faults [--full] [--seed N] [--only LINE[,LINE...]] [--mongod PROGRAM]
              --full            everything, as often as the full run has it: several hours
              --seed N          the same load, and the same faults in the same order, as the run that printed N
              --only LINE       %s
              --mongod PROGRAM  a real MongoDB server (default: $GAPWATCH_MONGOD, else the embedded server, on which what
                                needs several instances is left out)""";

    static Options of(List<String> arguments, Map<String, String> environment, List<String> lines) {
        boolean full = false;
        long seed = ThreadLocalRandom.current().nextInt(1_000_000);
        String mongod = environment.get("GAPWATCH_MONGOD");
        Set<String> only = new LinkedHashSet<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--full" -> full = true;
                case "--seed" -> seed = seed(value(option, rest));
                case "--mongod" -> mongod = value(option, rest);
                case "--only" -> only.addAll(Arrays.asList(value(option, rest).split(",", -1)));
                default -> throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        for (String line : only) {
            if (!lines.contains(line)) {
                throw new IllegalArgumentException("There is no line called " + line);
            }
        }
        if (mongod != null && !Files.isExecutable(Path.of(mongod))) {
            throw new IllegalArgumentException("There is no program " + mongod
                    + ": give --mongod or GAPWATCH_MONGOD the path of a MongoDB server.");
        }
        return new Options(full, seed, mongod == null ? null : Path.of(mongod).toAbsolutePath(), only);
    }

    private static long seed(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw new IllegalArgumentException("--seed must be a whole number, but is " + text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }
}
