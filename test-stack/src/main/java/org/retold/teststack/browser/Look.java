package org.retold.teststack.browser;

/**
 * How somebody looks at pages.
 *
 * @param width of the window in CSS pixels
 * @param language wanted first: {@code en-GB}
 */
public record Look(int width, int height, boolean dark, String language) {

    public static final Look WIDE = new Look(1200, 900, false, "en-GB");
    public static final Look NARROW = new Look(360, 740, false, "en-GB");

    public Look {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a window of %d x %d".formatted(width, height));
        }
    }

    public Look inTheDark() {
        return new Look(width, height, true, language);
    }

    public Look in(String wanted) {
        return new Look(width, height, dark, wanted);
    }

    /** For file names: {@code wide-light}. */
    public String word() {
        return (width < 600 ? "narrow" : "wide") + (dark ? "-dark" : "-light");
    }
}
