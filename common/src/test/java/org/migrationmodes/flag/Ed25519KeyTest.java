package org.migrationmodes.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationmodes.testing.SigningKey;

class Ed25519KeyTest {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static Ed25519Key key(String hex) {
        return new Ed25519Key(null, SigningKey.base64url(hex(hex)));
    }

    /** RFC 8032, section 7.1: tests 1, 2, 3 and SHA(abc). */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + " e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + " 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + " 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf,"
                + " ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f,"
                + " dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    })
    void itKnowsItsOwnSignatures(String key, String message, String signature) {
        assertThat(key(key).problem()).isNull();
        assertThat(key(key).made(hex(signature), hex(message))).isTrue();
        for (int bit = 0; bit < 8 * 64; bit++) {
            byte[] changed = hex(signature);
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key(key).made(changed, hex(message))).as("bit %s", bit).isFalse();
        }
        assertThat(key(key).made(hex(signature), hex(message + "00"))).isFalse();
    }

    @Test
    void thereIsOneSignatureOfAMessage() {
        // RFC 8032, section 5.1.7: S is below the order; S plus the order would satisfy the equation too.
        byte[] signature = hex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        BigInteger s = BigInteger.ZERO;
        for (int i = 63; i >= 32; i--) {
            s = s.shiftLeft(8).or(BigInteger.valueOf(signature[i] & 0xFF));
        }
        BigInteger other = s.add(ORDER);
        for (int i = 32; i < 64; i++) {
            signature[i] = other.shiftRight(8 * (i - 32)).byteValue();
        }

        assertThat(key("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
                        .made(signature, hex("72")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            })
    void aPointOfSmallOrderIsNoKeySinceOneSignatureFitsManyMessages(String hex) {
        byte[] neutral = new byte[64];
        neutral[0] = 1;
        int forged = 0;
        for (int i = 0; i < 200; i++) {
            forged += key(hex).made(neutral, new byte[] {(byte) i}) ? 1 : 0;
        }

        assertThat(forged).as("messages that nobody signed").isPositive();
        assertThat(key(hex).problem())
                .isEqualTo("is no key, since anybody could sign for it: its point has a small order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0200000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            })
    void whatIsNoPointIsNoKey(String hex) {
        assertThat(key(hex).problem()).isEqualTo("is no public key of Ed25519: there is no such point on the curve");
        assertThat(key(hex).made(new byte[64], new byte[0])).isFalse();
    }
}
