package org.gapwatch.alerts.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.gapwatch.service.web.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The alerts as server-sent events. Each client has a request thread to itself, which is virtual. */
@RestController
class StreamController {

    private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);
    private static final Duration START = Duration.ofSeconds(20);

    private final FeedLog log;
    private final TopicHistory history;
    private final FeedSettings settings;
    private final AtomicInteger clients = new AtomicInteger();
    private final Counter cutOff;

    StreamController(FeedLog log, TopicHistory history, FeedSettings settings, MeterRegistry metrics) {
        this.log = log;
        this.history = history;
        this.settings = settings;
        Gauge.builder("gapwatch.sse.clients", clients, AtomicInteger::get)
                .description("Clients connected to the stream of alerts.").register(metrics);
        cutOff = Counter.builder("gapwatch.sse.cut.off").description("Clients cut off because they were too slow.")
                .register(metrics);
    }

    @GetMapping(path = "/api/alerts/stream", produces = {MediaType.TEXT_EVENT_STREAM_VALUE,
            MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    void stream(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId, HttpServletRequest request,
            HttpServletResponse response) throws InterruptedException {
        if (!log.awaitComplete(START)) {
            throw Problems.exception(HttpStatus.SERVICE_UNAVAILABLE,
                    "The alerts have not been read from Kafka yet. Try again in a few seconds.");
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies of the nginx kind would otherwise hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            return;
        }
        clients.incrementAndGet();
        try {
            // A browser that reconnects gives the header, and still has the parameter of its first request.
            var last = header == null || header.isEmpty() ? lastEventId : header;
            var end = new Subscription(log, history, new EventWriter(response.getOutputStream()), settings.heartbeat())
                    .serve(last);
            switch (end) {
                case TOO_SLOW -> {
                    cutOff.increment();
                    LOG.info("A client of the alert stream was cut off because it is too slow: {}",
                            request.getRemoteAddr());
                }
                case CLOSED -> LOG.debug("A stream of alerts ends with the service");
            }
        } catch (IOException e) {
            LOG.debug("A client of the alert stream left", e);
        } finally {
            clients.decrementAndGet();
        }
    }
}
