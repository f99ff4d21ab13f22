package org.gapwatch.alerts.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.gapwatch.alerts.action.Subject;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.operator.Actions;
import org.gapwatch.alerts.published.ActionJson;
import org.gapwatch.alerts.view.ActionView;
import org.gapwatch.service.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells and takes what operators do about alerts. Each request may be sent again: it is done once. */
@RestController
class ActionController {

    private static final String ONE = "/api/capabilities/{code}/actions/{measure}";

    private final Actions actions;
    private final ActionView view;

    ActionController(Actions actions, ActionView view) {
        this.actions = actions;
        this.view = view;
    }

    @GetMapping(path = "/api/actions", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] list() {
        return ("{\"items\":[" + String.join(",", view.open()) + "]}").getBytes(UTF_8);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] show(@PathVariable String code, @PathVariable Measure measure) {
        String action = view.get(new Subject(code, measure));
        if (action == null) {
            throw Problems.notFound(
                    "Nobody has done anything about an alert of %s %s. GET /api/actions lists what was done about those that are active."
                            .formatted(code, measure));
        }
        return action.getBytes(UTF_8);
    }

    @PutMapping(path = ONE
            + "/acknowledgement", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] acknowledge(@PathVariable String code, @PathVariable Measure measure, HttpServletRequest request)
            throws IOException {
        var body = ActBody.read(request, "by", "severity");
        return ActionJson.write(actions.acknowledge(new Subject(code, measure), body.by(), body.severity()));
    }

    @DeleteMapping(path = ONE + "/acknowledgement", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] takeBack(@PathVariable String code, @PathVariable Measure measure, @RequestParam String by) {
        return ActionJson.write(actions.takeBack(new Subject(code, measure), ActBody.name(by)));
    }

    @PutMapping(path = ONE
            + "/notes/{id}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] note(@PathVariable String code, @PathVariable Measure measure, @PathVariable String id,
            HttpServletRequest request) throws IOException {
        var body = ActBody.read(request, "by", "text");
        return ActionJson.write(actions.note(new Subject(code, measure), ActBody.id(id), body.by(), body.text()));
    }

    @ExceptionHandler
    ProblemDetail refused(Actions.RefusedException e) {
        return Problems.detail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notWritten(Actions.NotWrittenException e) {
        return Problems.detail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
}
