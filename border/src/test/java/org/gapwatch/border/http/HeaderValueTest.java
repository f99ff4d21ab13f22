package org.gapwatch.border.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"plain | plain", "Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀",
            "%22quoted%22 | \"quoted\"", "50% | 50%", "%zz%4 | %zz%4", "a%2525 | a%25", "a+b | a+b"})
    void percentCodesAreDecoded(String header, String attribute) throws CharacterCodingException {
        assertThat(HeaderValue.decode(header)).isEqualTo(attribute);
    }

    @Test
    void doubleQuotesAreTakenOff() throws CharacterCodingException {
        assertThat(HeaderValue.decode("\"a \\\"b\\\" \\\\ %20c\"")).isEqualTo("a \"b\" \\  c");
        assertThat(HeaderValue.decode("\"")).isEqualTo("\"");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> HeaderValue.decode("%ff")).isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> HeaderValue.decode("\u00e9")).isInstanceOf(CharacterCodingException.class);
    }
}
