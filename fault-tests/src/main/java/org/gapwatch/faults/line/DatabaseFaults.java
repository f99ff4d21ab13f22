package org.gapwatch.faults.line;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.faults.system.Kind;

/** kill -9 of MongoDB, its absence, the loss of all its data, and views that are rebuilt meanwhile. */
public final class DatabaseFaults implements Line {

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public List<Fault> faults() {
        return List.of(
                new Fault("kill -9 of MongoDB", 10, 1, scene -> {
                    scene.system().database().kill();
                    scene.broken();
                    scene.system().database().start();
                }),
                new Fault("MongoDB away for 60 s", 3, 1, scene -> {
                    scene.system().database().kill();
                    TimeUnit.SECONDS.sleep(60);
                    scene.broken();
                    scene.system().database().start();
                }),
                new Fault("all data of MongoDB dropped", 1, 1, scene -> scene.system().database().drop()),
                new Fault("all views of a service rebuilt by command", 10, 2, scene -> {
                    Kind kind = Kind.values()[scene.random().nextInt(Kind.values().length)];
                    scene.system().service(kind).rebuildViews();
                }));
    }
}
