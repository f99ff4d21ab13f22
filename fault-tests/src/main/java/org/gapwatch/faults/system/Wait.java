package org.gapwatch.faults.system;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for something to become true, without asking so often that it disturbs. */
public final class Wait {

    /** More than anything takes on a busy machine; what takes longer will not come. */
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long EVERY_MILLIS = 100;

    private Wait() {
    }

    /** Waits for at most five minutes; that something fails counts as not yet. */
    public static void until(String what, Callable<Boolean> condition) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        Exception last = null;
        while (System.nanoTime() < limit) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
        }
        throw new IllegalStateException("Waited " + LIMIT.toMinutes() + " minutes in vain until " + what, last);
    }
}
