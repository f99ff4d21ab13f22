package org.gapwatch.faults.system;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** A service whose clock is off, as a process of its own: {@code KIND OFFSET ARGUMENT...}. */
final class ShiftedService {

    private ShiftedService() {
    }

    public static void main(String[] arguments) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[1]));
        Kind.valueOf(arguments[0]).application()
                .initializers(context -> context.getBeanFactory().registerSingleton("shiftedClock", clock))
                .run(Arrays.copyOfRange(arguments, 2, arguments.length));
    }
}
