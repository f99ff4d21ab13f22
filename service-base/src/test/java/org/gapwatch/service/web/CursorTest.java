package org.gapwatch.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class CursorTest {

    @Test
    void bearsTheKeysOfItsList() {
        var cursor = Cursor.after("alerts ACTIVE", "2026-01-01", "", "a:b|c/d é \uD83D\uDE00");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.keys("alerts ACTIVE", cursor)).containsExactly("2026-01-01", "", "a:b|c/d é \uD83D\uDE00");
    }

    @Test
    void hasRoomForTheLongestKey() {
        // The place of a statement whose source and id are of 256 characters that take seven there.
        var key = "2026-01-01T12:00:00.000000000\n" + "~01f600".repeat(2 * 256) + "\nREFERENCE\n" + "e".repeat(80);
        assertThat(Cursor.keys("statements", Cursor.after("statements", key))).containsExactly(key);
    }

    @Test
    void isRefusedByAnotherList() {
        var cursor = Cursor.after("alerts ACTIVE", "x");
        assertThatThrownBy(() -> Cursor.keys("alerts RESOLVED", cursor)).isInstanceOf(ErrorResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isRefusedWhereItIsNone(String text) {
        assertThatThrownBy(() -> Cursor.keys("alerts", text)).isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("Leave it out");
    }

    @Test
    void isRefusedWhereItWasCutOrLengthened() {
        var cursor = Cursor.after("alerts", "2026-01-01", "abc");
        assertThatThrownBy(() -> Cursor.keys("alerts", cursor.substring(0, cursor.length() - 4)))
                .isInstanceOf(ErrorResponseException.class);
        assertThatThrownBy(() -> Cursor.keys("alerts", cursor + "AAAA")).isInstanceOf(ErrorResponseException.class);
    }
}
