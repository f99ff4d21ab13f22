package org.gapwatch.faults.line;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.faults.system.Broker;

/** kill -9, a clean stop, and absence of the only broker. */
public final class OnlyBroker implements Line {

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public List<Fault> faults() {
        return List.of(
                new Fault("kill -9 of the only broker", 10, 1, scene -> {
                    broker(scene).kill();
                    back(scene);
                }),
                new Fault("clean stop of the only broker", 10, 1, scene -> {
                    broker(scene).stop();
                    back(scene);
                }),
                absence(5, 3), absence(15, 3), absence(60, 3));
    }

    private static Fault absence(int seconds, int full) {
        return new Fault("only broker away for " + seconds + " s", full, 1, scene -> {
            broker(scene).kill();
            TimeUnit.SECONDS.sleep(seconds);
            back(scene);
        });
    }

    private static Broker broker(Scene scene) {
        return scene.system().brokers().getFirst();
    }

    private static void back(Scene scene) throws Exception {
        scene.broken();
        broker(scene).start();
    }
}
