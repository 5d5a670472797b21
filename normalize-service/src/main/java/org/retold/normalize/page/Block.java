package org.retold.normalize.page;

/**
 * A run of text between two block borders.
 *
 * @param region the block-level element that holds it
 * @param text with white space collapsed, never empty
 * @param linkChars how many of its characters are link text
 */
record Block(Region region, Kind kind, String text, int linkChars) {

    enum Kind {
        PROSE,
        HEADING,
        ITEM,
        CELL,
        CAPTION,
        PREFORMATTED
    }

    double linkDensity() {
        return (double) linkChars / text.length();
    }

    /** Long enough and free enough of links to be a paragraph that somebody wrote. */
    boolean isProse() {
        return kind != Kind.HEADING && kind != Kind.CAPTION && text.length() >= 60 && linkChars * 2 < text.length();
    }
}
