package org.gapwatch.faults.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Publishes over HTTP, one event a request. */
final class HttpPublisher extends Publisher {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Supplier<URI> address;
    private final Consumer<String> wrong;

    /** @param wrong takes what no publisher should be answered */
    HttpPublisher(String name, Supplier<URI> address, Publications publications, Acknowledged acknowledged,
            int perSecond, Consumer<String> wrong) {
        super(name, publications, acknowledged, perSecond);
        this.address = address;
        this.wrong = wrong;
    }

    @Override
    boolean overHttp() {
        return true;
    }

    @Override
    boolean send(Publication publication) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.get()).timeout(PATIENCE)
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofByteArray(publication.structured())).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                // Accepted, or rejected: both are told once it is written down.
                case 202, 400, 422 -> true;
                case 503 -> false;
                default -> {
                    wrong.accept("answered with " + answer.statusCode() + " " + answer.body() + ": " + publication);
                    yield false;
                }
            };
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        super.close();
        http.shutdownNow();
    }
}
