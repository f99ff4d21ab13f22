package org.gapwatch.faults.line;

import java.util.Arrays;
import java.util.List;
import org.gapwatch.faults.system.Kind;

/** kill -9 of each service; the next one may come while it starts or restores. */
public final class ServiceKills implements Line {

    @Override
    public String name() {
        return "services";
    }

    @Override
    public List<Fault> faults() {
        return Arrays.stream(Kind.values()).map(kind -> new Fault("kill -9 of " + kind.label(), 40, 3, scene -> {
            var service = scene.system().service(kind);
            service.kill();
            scene.broken();
            service.start();
        })).toList();
    }
}
