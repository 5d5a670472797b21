package org.retold.normalize.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The short lines around a text that tell about it: date and byline between title and text, time stamp and tags after it. */
final class MarginLines {

    private static final int LONGEST = 160;
    private static final int FURTHEST = 12;
    private static final Pattern TIME_STAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?Z?");

    private MarginLines() {}

    /** The text with the lines around it added to its margins, those above the text first. */
    static MainText added(MainText text, Outline outline, String title) {
        if (text.paragraphs().isEmpty()) {
            return text;
        }
        int first = position(outline, text.paragraphs().get(0), 0);
        int last = position(outline, text.paragraphs().get(text.paragraphs().size() - 1), Math.max(0, first));
        Set<String> margins = new LinkedHashSet<>();
        if (first >= 0) {
            margins.addAll(above(outline, first, StrayLines.folded(title)));
        }
        margins.addAll(text.margins());
        if (last >= 0) {
            margins.addAll(below(outline, last));
        }
        return new MainText(text.paragraphs(), List.copyOf(margins));
    }

    private static List<String> above(Outline outline, int first, String title) {
        List<String> lines = new ArrayList<>();
        for (int i = first - 1; i >= 0 && i >= first - FURTHEST; i--) {
            Block block = outline.blocks.get(i);
            if (block.kind() == Block.Kind.HEADING
                    && StrayLines.folded(block.text()).equals(title)) {
                return lines;
            }
            if (block.text().length() <= LONGEST
                    && block.region().noise != Noise.CERTAIN
                    && block.linkDensity() < 0.7) {
                lines.add(0, block.text());
            }
        }
        return lines;
    }

    private static List<String> below(Outline outline, int last) {
        return outline.blocks.subList(last + 1, Math.min(outline.blocks.size(), last + 1 + FURTHEST)).stream()
                .map(Block::text)
                .filter(line -> line.length() <= LONGEST
                        && (line.startsWith("#") || TIME_STAMP.matcher(line).matches()))
                .toList();
    }

    private static int position(Outline outline, String paragraph, int from) {
        for (int i = from; i < outline.blocks.size(); i++) {
            if (outline.blocks.get(i).text().startsWith(paragraph)) {
                return i;
            }
        }
        return -1;
    }
}
