package org.gapwatch.faults.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports below those that the operating system hands out: whoever is killed finds its own free when it comes back. */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;
    private static final Set<Integer> TAKEN = new HashSet<>();

    private Ports() {
    }

    static synchronized int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (isFree(port) && TAKEN.add(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
