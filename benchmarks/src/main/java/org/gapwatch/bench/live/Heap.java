package org.gapwatch.bench.live;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** What the heap of this process holds. */
final class Heap {

    private static final int TIMES = 3;

    private Heap() {
    }

    /** Bytes in use, after collections that leave little behind which nobody refers to. */
    static long bytes() throws InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
