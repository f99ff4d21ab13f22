package org.gapwatch.faults.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gapwatch.faults.system.Broker;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.Node;
import org.gapwatch.faults.system.RunningSystem;
import org.gapwatch.faults.system.Service;
import org.gapwatch.faults.system.SmallDisk;

/**
 * A full disk ends a process with a clear error, and all is right again once there is room and it was started again. Needs
 * the right to mount.
 */
public final class FullDisks implements Line {

    private static final int STATE_MEGABYTES = 1;
    private static final int BROKER_MEGABYTES = 128;

    @Override
    public String name() {
        return "disks";
    }

    @Override
    public void prepare(RunningSystem system) throws Exception {
        system.mount(system.brokers().getFirst().data(), BROKER_MEGABYTES);
    }

    @Override
    public List<Fault> faults() {
        return List.of(new Fault("state folder of alerts-service full", 1, 0, scene -> {
            Service alerts = scene.system().service(Kind.ALERTS);
            alerts.stop();
            SmallDisk disk = scene.system().mount(alerts.state(), STATE_MEGABYTES);
            disk.fill();
            alerts.start();
            expectEnd(scene, alerts);
            disk.free();
            scene.broken();
            alerts.start();
        }), new Fault("disk of the only broker full", 1, 0, scene -> {
            Broker broker = scene.system().brokers().getFirst();
            SmallDisk disk = scene.system().disk(broker.data());
            disk.fill();
            expectEnd(scene, broker);
            disk.free();
            scene.broken();
            broker.start();
        }));
    }

    private static void expectEnd(Scene scene, Node node) throws IOException, InterruptedException {
        Path log = node.log();
        if (!node.awaitEnd()) {
            scene.findings().wrong(node.name() + " goes on with a full disk; see " + log);
            node.kill();
        } else if (!Files.readString(log).contains("No space left on device")) {
            scene.findings().wrong(node.name() + " does not say why it ended; see " + log);
        }
    }
}
