package org.migrationmodes.banner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSearchTest {

    /** Bytes that differ from the wanted one by a bit or a carry are what such a search could take for it. */
    @ParameterizedTest
    @ValueSource(ints = {'<', '"', '>', 0x1b, 0, 0x7f})
    void findsWhatALoopFinds(int wanted) {
        Random random = new Random(wanted);
        int[] near = {wanted - 1, wanted + 1, wanted ^ 0x80, 0, 0x80, 0xff, 'a', wanted};
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) near[random.nextInt(near.length - (round % 2))];
            }
            int from = random.nextInt(bytes.length + 1);
            int end = from + random.nextInt(bytes.length - from + 1);

            int expected = from;
            while (expected < end && bytes[expected] != wanted) {
                expected++;
            }
            assertThat(ByteSearch.indexOf(bytes, from, end, wanted)).isEqualTo(expected);
        }
    }
}
