package org.gapwatch.local.stack;

import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was started, latest first: the services side by side, then what they stand on. */
final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final int SECONDS_FOR_SERVICES = 10;

    private Closing() {
    }

    static void allOf(Deque<AutoCloseable> started) {
        var services = new ArrayList<RunningService>();
        while (started.peek() instanceof RunningService service) {
            services.add(service);
            started.pop();
        }
        closeSideBySide(services);
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void closeSideBySide(Iterable<RunningService> services) {
        var threads = Executors.newCachedThreadPool();
        services.forEach(service -> threads.execute(() -> close(service)));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_FOR_SERVICES, TimeUnit.SECONDS)) {
                LOG.warn("A service did not stop within {} s; the servers are stopped all the same",
                        SECONDS_FOR_SERVICES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("Closing {} failed", resource.getClass().getSimpleName(), e);
        }
    }
}
