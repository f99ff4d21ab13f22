package org.gapwatch.bench.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for something to become true. */
public final class Await {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long EVERY_MILLIS = 2;

    private Await() {
    }

    /** Looks every few milliseconds; gives up after ten minutes. */
    public static void until(String what, Callable<Boolean> condition) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!holds(what, condition)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("Waited in vain until " + what);
            }
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
        }
    }

    private static boolean holds(String what, Callable<Boolean> condition) throws InterruptedException {
        try {
            return condition.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Could not find out whether " + what, e);
        }
    }
}
