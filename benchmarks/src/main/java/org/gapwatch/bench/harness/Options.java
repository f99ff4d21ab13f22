package org.gapwatch.bench.harness;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param quick whether everything is to be small, so that all of it takes about two minutes
 * @param events how many events go through
 * @param rounds how often each is measured; one more round, before, is not counted
 * @param parts which parts of the benchmark to run
 */
public record Options(boolean quick, int events, int rounds, Set<Part> parts) {

    /** How to call it. */
    public static final String USAGE = """
            usage: ./gapwatch bench [--quick] [--only PART[,PART...]] [--events N] [--rounds R]
              --quick      small numbers: about two minutes, for a look, not for figures to keep
              --only PART  %s
                           (default: all but jmh)
              --events N   events that go through (default 3000000, with --quick 60000)
              --rounds R   how often each is measured, besides one round to warm up (default 3, with --quick 1)"""
            .formatted(Arrays.stream(Part.values()).map(Part::label).collect(Collectors.joining(", ")));

    private static final int EVENTS = 3_000_000;
    private static final int QUICK_EVENTS = 60_000;

    /** Reads the command line; what is wrong with it is told by an {@link IllegalArgumentException}. */
    public static Options of(List<String> arguments) {
        boolean quick = false;
        int events = 0;
        int rounds = 0;
        Set<Part> parts = EnumSet.complementOf(EnumSet.of(Part.JMH));
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--quick" -> quick = true;
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
        return new Options(quick, events > 0 ? events : quick ? QUICK_EVENTS : EVENTS,
                rounds > 0 ? rounds : quick ? 1 : 3, Collections.unmodifiableSet(parts));
    }

    /** Whether a part is to be run. */
    public boolean wants(Part part) {
        return parts.contains(part);
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
