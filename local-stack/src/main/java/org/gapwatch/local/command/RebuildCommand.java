package org.gapwatch.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.gapwatch.local.UsageException;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code gapwatch rebuild}: one view of a Gapwatch that runs is built anew, while the old one is read. */
@Command(name = "rebuild", description = "Build a view of a Gapwatch that runs anew from Kafka; readers see the old one until the new one is complete.")
public final class RebuildCommand implements Callable<Integer> {

    private static final List<Port> SERVICES = List.of(Port.PRODUCTION, Port.PROCUREMENT, Port.ALERTS);
    private static final long LOOK_AGAIN_MILLIS = 200;

    @Parameters(paramLabel = "VIEW", description = "The view's name, as /actuator/views of the services lists it.")
    private String view = "";

    @Override
    public Integer call() throws InterruptedException {
        var settings = Settings.from(System.getenv());
        var known = new ArrayList<String>();
        for (var service : SERVICES) {
            try (var api = new Api(service, settings.address(settings.port(service)))) {
                var views = api.get("/actuator/views").propertyNames();
                if (views.contains(view)) {
                    rebuild(api);
                    return 0;
                }
                known.addAll(views);
            }
        }
        throw new UsageException("There is no view \"" + view + "\". There are: " + String.join(", ", known) + ".");
    }

    private void rebuild(Api api) throws InterruptedException {
        JsonNode rebuild = api.post("/actuator/views/" + view).path("rebuild");
        while (rebuild.path("state").asString("").equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            rebuild = api.get("/actuator/views/" + view).path("rebuild");
        }
        if (!rebuild.path("state").asString("").equals("DONE")) {
            throw new UsageException("The view " + view + " was not rebuilt, and the old one is in use: "
                    + rebuild.path("failure").asString("the service was started anew") + ". Try again.");
        }
        System.out.println("The view " + view + " is rebuilt, and in use.");
    }
}
