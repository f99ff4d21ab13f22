package org.gapwatch.service.projection;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@code /actuator/views}: how the service's views stand; {@code POST /actuator/views/NAME} builds one anew. Unknown names
 * are answered with 404.
 */
@Endpoint(id = "views")
final class ViewsEndpoint {

    /**
     * A view.
     *
     * @param projection how the one in use stands
     * @param rebuild how its latest rebuild stands, since the service started; null where there was none
     */
    record View(ProjectionStatus projection, @Nullable RebuildStatus rebuild) {
        static View of(ProjectionRunner runner) {
            return new View(runner.status(), runner.rebuildStatus());
        }
    }

    private final Map<String, ProjectionRunner> runners = new TreeMap<>();

    ViewsEndpoint(Projections projections) {
        projections.runners().forEach(runner -> runners.put(runner.name(), runner));
    }

    @ReadOperation
    Map<String, View> all() {
        Map<String, View> views = new TreeMap<>();
        runners.forEach((name, runner) -> views.put(name, View.of(runner)));
        return views;
    }

    @ReadOperation
    @Nullable
    View one(@Selector String name) {
        var runner = runners.get(name);
        return runner == null ? null : View.of(runner);
    }

    @WriteOperation
    WebEndpointResponse<View> rebuild(@Selector String name) {
        var runner = runners.get(name);
        if (runner == null) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        runner.rebuild();
        return new WebEndpointResponse<>(View.of(runner));
    }
}
