package org.retold.normalize.page;

import java.util.List;
import java.util.regex.Pattern;

/** What trails after an article's last sentence where no markup parts it from the text. */
final class Tail {

    private static final Pattern SENTENCE = Pattern.compile(".*[.!?…:;»”\"')\\]]$");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?iu)\\S+(?: \\S+)?|(?:source|quelle|fuente|fonte) ?:.*|to contact the .*|.{0,40}\\b(?:avec|with|mit|con|via)\\b (?:l['’])?\\p{L}.{1,20}");
    private static final Pattern REMARK = Pattern.compile(
            "(?iu)^(?!source|quelle|fuente|fonte|note)\\S{2,24}(?: \\S{1,15}){0,2}(?: (?:dit|says|schreibt|dice|sagt))? ?: .*");

    /** More such lines are a list that belongs to the text, such as the dates of a tour. */
    private static final int LONGEST = 8;

    private Tail() {}

    /** Index of the first block of the tail; the size where there is none. */
    static int start(List<Block> blocks) {
        int start = blocks.size();
        while (start > 0 && isTail(blocks.get(start - 1))) {
            start--;
        }
        return start == 0 || blocks.size() - start > LONGEST ? blocks.size() : start;
    }

    private static boolean isTail(Block block) {
        String text = block.text();
        if ((block.kind() != Block.Kind.PROSE && block.kind() != Block.Kind.HEADING) || text.length() > 160) {
            return false;
        }
        if (SIGNATURE.matcher(text).matches()) {
            return block.kind() == Block.Kind.HEADING;
        }
        return !SENTENCE.matcher(text).matches()
                || (text.length() < 80 && REMARK.matcher(text).matches());
    }
}
