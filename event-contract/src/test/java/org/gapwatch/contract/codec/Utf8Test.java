package org.gapwatch.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final int[] EDGES = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf,
            0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff};

    @Test
    void agreesWithTheStrictDecoderOfTheJdk() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        int valid = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] bytes = random.nextBoolean() ? edges(random) : text(random);
            boolean expected = isUtf8(bytes);
            valid += expected ? 1 : 0;
            assertThat(Utf8.firstInvalid(bytes, 0, bytes.length) < 0)
                    .as(() -> java.util.HexFormat.of().formatHex(bytes))
                    .isEqualTo(expected);
        }
        assertThat(valid).isBetween(50_000, 250_000);
    }

    @Test
    void tellsWhereTheFirstBadByteIs() {
        byte[] bytes = "0123456789abcdef\u00e9\u20ac".getBytes(UTF_8);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length - 1)).isEqualTo(18);
        assertThat(Utf8.firstInvalid(bytes, 17, bytes.length)).isEqualTo(17);
    }

    private static byte[] edges(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(1, 12)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (random.nextInt(3) == 0 ? 'a' : EDGES[random.nextInt(EDGES.length)]);
        }
        return bytes;
    }

    private static byte[] text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 10); i > 0; i--) {
            int c = random.nextInt(0x110000);
            text.appendCodePoint(random.nextBoolean() || (c >= 0xd800 && c <= 0xdfff) ? 'x' : c);
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
