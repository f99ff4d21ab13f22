package org.gapwatch.bench.harness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time, which other programs on the machine disturb less than they disturb elapsed time. */
public final class Cpu {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);

    private Cpu() {
    }

    /** Nanoseconds of CPU time that this process has used. */
    public static long ofProcess() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Nanoseconds of CPU time that this thread has used. */
    public static long ofThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
