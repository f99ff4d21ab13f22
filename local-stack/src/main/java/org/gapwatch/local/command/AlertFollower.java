package org.gapwatch.local.command;

import org.gapwatch.local.client.Feed;
import org.gapwatch.local.client.FeedEvent;
import org.gapwatch.local.report.AlertLine;
import org.gapwatch.local.terminal.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints what the feed tells, an alert a line. */
final class AlertFollower {

    private static final JsonMapper JSON = new JsonMapper();

    private final Feed feed;
    private final Terminal terminal;
    private boolean live;

    AlertFollower(Feed feed, Terminal terminal) {
        this.feed = feed;
        this.terminal = terminal;
    }

    /** What comes after the snapshot, but for mere numbers; never returns. */
    void followNews() throws InterruptedException {
        feed.read(event -> {
            if (isAlert(event) && live && !"UPDATED".equals(json(event).path("news").asString(""))) {
                print(event);
            }
            return true;
        });
    }

    /** The active alerts. */
    void printSnapshot() throws InterruptedException {
        var printed = new int[1];
        feed.read(event -> {
            if (isAlert(event)) {
                printed[0]++;
                print(event);
            }
            return !live;
        });
        if (printed[0] == 0) {
            terminal.line("No alert is active.");
        }
    }

    /** The active alerts, then every revision that follows; never returns. */
    void followAll() throws InterruptedException {
        feed.read(event -> {
            if (isAlert(event)) {
                print(event);
            }
            return true;
        });
    }

    private boolean isAlert(FeedEvent event) {
        switch (event.name()) {
            case "snapshot-end" -> live = true;
            case "reset" -> live = false;
            case String other -> {
                return other.equals("alert");
            }
        }
        return false;
    }

    private void print(FeedEvent event) {
        terminal.line(AlertLine.of(json(event), terminal));
    }

    private static JsonNode json(FeedEvent event) {
        return JSON.readTree(event.data());
    }
}
