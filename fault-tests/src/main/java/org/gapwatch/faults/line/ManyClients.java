package org.gapwatch.faults.line;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gapwatch.faults.check.FeedClient;
import org.gapwatch.faults.check.FeedClient.Speed;
import org.gapwatch.faults.system.Kind;
import org.gapwatch.faults.system.Service;

/** Many clients of the feed, a fifth of them slow, that disconnect again and again; each must see everything. */
public final class ManyClients implements Line {

    private static final int SLOW = 5;

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public List<Fault> faults() {
        return List.of(
                new Fault("200 SSE clients, 40 of them slow, 1,000 reconnects", 1, 0, scene -> run(scene, 200, 1000)),
                new Fault("20 SSE clients, 4 of them slow, 60 reconnects", 0, 1, scene -> run(scene, 20, 60)));
    }

    private static void run(Scene scene, int count, int reconnects) throws Exception {
        Service alerts = scene.system().service(Kind.ALERTS);
        List<FeedClient> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(
                    new FeedClient(() -> alerts.uri("/api/alerts/stream"), i % SLOW == 0 ? Speed.SLOW : Speed.FULL));
        }
        scene.feeds().addAll(clients);
        for (FeedClient client : clients) {
            client.awaitSnapshot();
        }
        for (int i = 0; i < reconnects; i++) {
            clients.get(scene.random().nextInt(count)).disconnect();
            TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(60));
        }
        clients.forEach(FeedClient::hurry);
        scene.broken();
    }
}
