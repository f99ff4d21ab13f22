package org.gapwatch.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gapwatch.contract.EntityKind;
import org.junit.jupiter.api.Test;

class HttpPublisherTest {

    private final List<String> wrong = new ArrayList<>();

    /** Whether a publication counts as acknowledged that is answered with that status. */
    private boolean acknowledged(int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/events");
        Publications publications = new Publications("test", List.of(EntityKind.ORDER), new SplittableRandom(1));
        try {
            return new HttpPublisher("test", () -> address, publications, new Acknowledged(), 1, wrong::add)
                    .send(publications.next());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsAnsweredIsAcknowledgedAndAnAbsenceIsNot() throws Exception {
        assertThat(acknowledged(202)).isTrue();
        assertThat(acknowledged(422)).isTrue();
        assertThat(acknowledged(503)).isFalse();
        assertThat(wrong).isEmpty();
    }

    @Test
    void anyOtherAnswerIsFound() throws Exception {
        assertThat(acknowledged(500)).isFalse();
        assertThat(acknowledged(404)).isFalse();
        assertThat(wrong).hasSize(2).first().asString().startsWith("answered with 500");
    }
}
