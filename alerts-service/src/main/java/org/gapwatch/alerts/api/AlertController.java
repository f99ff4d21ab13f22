package org.gapwatch.alerts.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.gapwatch.alerts.episode.AlertStatus;
import org.gapwatch.alerts.episode.Phase;
import org.gapwatch.alerts.episode.Severity;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.view.AlertOrder;
import org.gapwatch.alerts.view.AlertQuery;
import org.gapwatch.alerts.view.AlertView;
import org.gapwatch.service.web.Cursor;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists alerts and shows one, as they were published. */
@RestController
class AlertController {

    private final AlertView alerts;

    AlertController(AlertView alerts) {
        this.alerts = alerts;
    }

    @GetMapping(path = "/api/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] list(@RequestParam @Nullable AlertStatus status, @RequestParam @Nullable Phase phase,
            @RequestParam @Nullable Severity severity, @RequestParam @Nullable String capability,
            @RequestParam @Nullable Measure measure, @RequestParam(defaultValue = "OPENED") AlertOrder order,
            @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        int most = Limit.of(limit);
        var list = "alerts " + status + " " + phase + " " + severity + " " + capability + " " + measure
                + " " + order;
        var page = alerts.find(new AlertQuery(status, phase, severity, capability, measure, order, most,
                cursor == null ? null : place(list, cursor)));
        var last = page.last();
        var next = last == null ? "null" : "\"" + Cursor.after(list, last.day().toString(), last.alertId()) + "\"";
        return ("{\"items\":[" + String.join(",", page.items()) + "],\"next\":" + next + "}").getBytes(UTF_8);
    }

    private static AlertQuery.Place place(String list, String cursor) {
        var keys = Cursor.keys(list, cursor);
        try {
            return new AlertQuery.Place(LocalDate.parse(keys.get(0)), keys.get(1));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw Cursor.unusable();
        }
    }

    @GetMapping(path = "/api/alerts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] show(@PathVariable String id) {
        String alert = alerts.get(id);
        if (alert == null) {
            throw Problems.notFound("There is no alert %s. GET /api/alerts lists all there are.".formatted(id));
        }
        return alert.getBytes(UTF_8);
    }
}
