package org.migrationmodes.testing;

import java.util.List;
import java.util.Map;

/**
 * How a page is looked at.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 * @param zoom device pixels for each CSS pixel
 * @param textSize of "medium" text, in CSS pixels; browsers come with 16
 * @param scheme {@code light} or {@code dark}
 * @param forced whether the system forces its few colours upon pages
 */
public record Look(int width, int height, int zoom, int textSize, String scheme, boolean forced) {
    private static final int WIDEST_PHONE = 600;

    public static Look of(int width, int height, String scheme) {
        return new Look(width, height, 1, 16, scheme, false);
    }

    /** WCAG 2.2, 1.4.4: the window stays as it is, so half of it is to be seen. */
    public static Look zoomed(int width, int height) {
        return new Look(width / 2, height / 2, 2, 16, "light", false);
    }

    public Look withTextSize(int size) {
        return new Look(width, height, zoom, size, scheme, forced);
    }

    public Look withForcedColours() {
        return new Look(width, height, zoom, textSize, scheme, true);
    }

    /** From the next page on. */
    public void apply(Chromium chromium) {
        chromium.devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", zoom, "mobile", width < WIDEST_PHONE));
        chromium.devTools(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "forced-colors", "value", forced ? "active" : "none"))));
        chromium.devTools("Page.setFontSizes", Map.of("fontSizes", Map.of("standard", textSize, "fixed", textSize)));
    }

    /** Shows the page that is open as it is printed. */
    public void print(Chromium chromium) {
        chromium.devTools("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    @Override
    public String toString() {
        return width + "x" + height + " " + scheme + (zoom == 1 ? "" : ", zoomed " + zoom + "00 %")
                + (textSize == 16 ? "" : ", text of " + textSize + "px") + (forced ? ", forced colours" : "");
    }
}
