package org.gapwatch.border.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventKeyTest {

    /** The first and the third vector of the authors' reference implementation (vectors_sip128), as words. */
    @Test
    void itIsSipHash() {
        long key0 = 0x0706050403020100L;
        long key1 = 0x0f0e0d0c0b0a0908L;
        assertThat(EventKey.sipHash(key0, key1))
                .isEqualTo(new EventKey(0xe6a825ba047f81a3L, 0x930255c71472f66dL));
        assertThat(EventKey.sipHash(key0, key1, "\u0100"))
                .isEqualTo(new EventKey(0xc75da4a48d227781L, 0xe4ff0af6de8ba3fcL));
    }

    @Test
    void aNameIsItsTextsAndNotWhereTheyMeet() {
        assertThat(EventKey.of("source", "id")).isEqualTo(EventKey.of("source", "id"))
                .isNotEqualTo(EventKey.of("sourcei", "d")).isNotEqualTo(EventKey.of("sourc", "eid"));
        assertThat(EventKey.sipHash(1, 2, "a", "long text")).isEqualTo(EventKey.sipHash(1, 2, "alo", "ng text"));
    }
}
