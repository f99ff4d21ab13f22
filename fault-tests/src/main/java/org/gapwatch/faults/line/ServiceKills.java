package org.gapwatch.faults.line;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.Service;

/** kill -9 of each service: as it runs, and as it starts or restores. */
public final class ServiceKills implements Line {

    /** No service is ready much sooner. */
    private static final Duration START = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "services";
    }

    @Override
    public List<Fault> faults() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Stream.of(
                new Fault("kill -9 of " + kind.label(), 25, 2, scene -> kill(scene, scene.system().service(kind))),
                new Fault("kill -9 of " + kind.label() + " within 4 s of its start", 15, 1, scene -> {
                    Service service = scene.system().service(kind);
                    service.kill();
                    service.start();
                    scene.pause(START);
                    kill(scene, service);
                }))).toList();
    }

    private static void kill(Scene scene, Service service) throws Exception {
        if (!service.ready()) {
            scene.note("before it was ready");
        }
        service.kill();
        scene.broken();
        service.start();
    }
}
