package org.migrationmodes.testing.demo;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a screenshot with the {@value #COLOURS} colours that it has most of, which are nearly all that a page has. */
final class SmallPng {
    private static final int COLOURS = 256;

    private final int[] palette;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private SmallPng(int[] palette) {
        this.palette = palette;
    }

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage small = new SmallPng(palette(image)).indexed(image);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(small, "png", file.toFile());
    }

    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour : colours(image)) {
            counts.merge(colour, 1, Integer::sum);
        }
        List<Integer> most = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        return most.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] colours(BufferedImage image) {
        int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < colours.length; i++) {
            colours[i] &= 0xFFFFFF;
        }
        return colours;
    }

    private BufferedImage indexed(BufferedImage image) {
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage small =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] colours = colours(image);
        for (int i = 0; i < colours.length; i++) {
            small.getRaster()
                    .setSample(
                            i % image.getWidth(),
                            i / image.getWidth(),
                            0,
                            nearest.computeIfAbsent(colours[i], this::nearest));
        }
        return small;
    }

    private int nearest(int colour) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(colour, palette[i]) < distance(colour, palette[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
