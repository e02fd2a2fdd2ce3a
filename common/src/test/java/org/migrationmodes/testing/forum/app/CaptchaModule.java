package org.migrationmodes.testing.forum.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** ActionModule {@code captcha}: a number as a picture that is sent without a content type. */
final class CaptchaModule extends ActionModule {
    /** The segments of each digit, as bits: top, upper left, upper right, middle, lower left, lower right, bottom. */
    private static final List<Integer> SEGMENTS = List.of(119, 36, 93, 109, 46, 107, 123, 37, 127, 111);

    /** Of each segment: x, y, width, height. */
    private static final List<List<Integer>> BARS = List.of(
            List.of(0, 0, 16, 4),
            List.of(0, 0, 4, 16),
            List.of(12, 0, 4, 16),
            List.of(0, 14, 16, 4),
            List.of(0, 14, 4, 18),
            List.of(12, 14, 4, 18),
            List.of(0, 28, 16, 4));

    CaptchaModule() {
        on("list", call -> generate());
        on("generate", call -> generate());
    }

    private static Reply generate() {
        BufferedImage image = new BufferedImage(140, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 140, 48);
        for (int place = 0; place < 5; place++) {
            digit(graphics, ThreadLocalRandom.current().nextInt(10), 12 + place * 25);
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply.Image(out.toByteArray());
    }

    /** Drawn in bars, since a server need not have fonts. */
    private static void digit(Graphics2D graphics, int digit, int x) {
        int y = 4 + ThreadLocalRandom.current().nextInt(9);
        graphics.setColor(new Color(30, 60 + ThreadLocalRandom.current().nextInt(60), 90));
        for (int segment = 0; segment < BARS.size(); segment++) {
            if ((SEGMENTS.get(digit) >> segment & 1) == 1) {
                List<Integer> bar = BARS.get(segment);
                graphics.fillRect(x + bar.get(0), y + bar.get(1), bar.get(2), bar.get(3));
            }
        }
    }
}
