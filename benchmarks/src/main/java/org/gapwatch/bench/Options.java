package org.gapwatch.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param events how many events each rung reads
 * @param rounds how often each rung is run; one more, before, is not counted
 * @param parts which parts of the benchmark to run
 */
record Options(int events, int rounds, Set<Part> parts) {

    /** The parts, in the order in which they run. */
    enum Part {
        JMH, LADDER, RESTART, GROWTH, LATENCY;

        private static final Set<Part> BY_DEFAULT = Set.of(LADDER, LATENCY, GROWTH, RESTART);
    }

    static final String USAGE = """
            usage: ./gapwatch bench [--events N] [--rounds R] [--only PART[,PART...]]
              --events N   events each rung deals with (default 200000)
              --rounds R   how often each rung is run, besides one run to warm up (default 3)
              --only PART  ladder, restart, growth, latency, jmh (default: all but jmh)""";

    /** Reads the command line; what is wrong with it is told by an {@link IllegalArgumentException}. */
    static Options of(List<String> arguments) {
        int events = 200_000;
        int rounds = 3;
        Set<Part> parts = new TreeSet<>(Part.BY_DEFAULT);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--events" -> events = number(option, rest, 1_000, 50_000_000);
                case "--rounds" -> rounds = number(option, rest, 1, 100);
                case "--only" -> {
                    parts.clear();
                    for (String part : value(option, rest).split(",", -1)) {
                        parts.add(part(part));
                    }
                }
                default -> throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        return new Options(events, rounds, parts);
    }

    private static Part part(String name) {
        for (Part part : Part.values()) {
            if (part.name().equalsIgnoreCase(name)) {
                return part;
            }
        }
        throw new IllegalArgumentException("There is no part of the benchmark called " + name);
    }

    private static int number(String option, Iterator<String> rest, int least, int most) {
        String text = value(option, rest);
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(
                option + " must be a whole number from " + least + " to " + most + ", but is " + text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }
}
