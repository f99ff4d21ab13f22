package org.gapwatch.border.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gapwatch.contract.codec.Problem;
import org.junit.jupiter.api.Test;

class StatedBodyTest {

    private static final Map<String, String> ADDRESS = Map.of("orderId", "o\"1");

    @Test
    void dataAreTheBytesThatWereSentWithoutTheAttributes() {
        var stated = of(
                "{ \"source\" : \"urn:é\", \"n\":1.50e0 , \"a\" : [1, {\"b\":\"\\u00e9\"}],\n\"time\":\"t\", \"z\":null }",
                Map.of());
        assertThat(text(stated)).isEqualTo("{\"n\":1.50e0,\"a\" : [1, {\"b\":\"\\u00e9\"}],\"z\":null}");
        assertThat(stated.source()).isEqualTo("urn:é");
        assertThat(stated.time()).isEqualTo("t");
        assertThat(stated.problems()).isEmpty();
    }

    @Test
    void theAddressIsPartOfTheDataAndIsEscaped() {
        assertThat(text(of("{\"reason\":\"r\"}", ADDRESS))).isEqualTo("{\"orderId\":\"o\\\"1\",\"reason\":\"r\"}");
        assertThat(text(of("", ADDRESS))).isEqualTo("{\"orderId\":\"o\\\"1\"}");
        assertThat(text(of("{\"orderId\":\"o\\u00221\"}", ADDRESS))).isEqualTo("{\"orderId\":\"o\\\"1\"}");
    }

    @Test
    void contradictionsAndRepetitionsAreProblems() {
        assertThat(of("{\"orderId\":\"o2\"}", ADDRESS).problems()).extracting(Problem::pointer)
                .containsExactly("/orderId");
        assertThat(of("{\"time\":1,\"source\":\"a\",\"source\":\"b\"}", Map.of()).problems())
                .extracting(Problem::pointer).containsExactly("/time", "/source");
    }

    @Test
    void whatIsNoObjectIsHandedOnAsItIs() {
        for (String body : new String[]{"", "{", "[]", "{} {}", "\uFEFF{}", "7"}) {
            assertThat(text(of(body, Map.of()))).isEqualTo(body);
        }
    }

    private static StatedBody of(String body, Map<String, String> address) {
        return StatedBody.of(body.getBytes(StandardCharsets.UTF_8), address);
    }

    private static String text(StatedBody stated) {
        return new String(stated.data(), StandardCharsets.UTF_8);
    }
}
