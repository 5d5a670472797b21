package org.retold.normalize.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes the commonest damage: UTF-8 that somebody read as windows-1252 ("Ã©" for "é"), also when done repeatedly. */
public final class Mojibake {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DEEPEST = 3;
    private static final String FOLLOWING = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
    private static final Pattern RUN = Pattern.compile("[\\u00C2-\\u00DF]" + FOLLOWING + "|[\\u00E0-\\u00EF]"
            + FOLLOWING + "{2}|[\\u00F0-\\u00F4]" + FOLLOWING + "{3}");

    /** What may follow a capital letter in sound text: „SPÄ“, «IRMÃ», GROSS-Ö–. */
    private static final String BESIDE_CAPITALS = "«»“”„‘’‚‹›…–—\u00a0";

    /** An à or a hard space whose second half was taken for a space and joined with the next. */
    private static final Pattern HALF = Pattern.compile("(?<![\\p{Lu}])Ã(?=[ \\u00a0]|$)|(?<!\\p{L})Â(?=[ \\u00a0]|$)");

    private static final Pattern LOST =
            Pattern.compile("\\ufffd|[\\u0080-\\u009f]|\\p{Ll}[ÃÂ][?¿]|[ÃÂ][?¿]\\p{Ll}|\\p{Ll}[ÃÂ](?=\\p{Ll})");

    private Mojibake() {}

    /** The text as it was meant; unchanged when the signs are too few to be sure. */
    public static String repaired(String text) {
        return repaired(List.of(text)).getFirst();
    }

    /** Texts of one origin as they were meant: what is certain in one of them decides what is doubtful in the others. */
    public static List<String> repaired(List<String> texts) {
        return texts.stream().anyMatch(Mojibake::isDamaged)
                ? texts.stream().map(Mojibake::mended).toList()
                : texts.stream().map(Mojibake::withoutControls).toList();
    }

    /** Whether letters are missing that nothing in the text can bring back. */
    public static boolean hasLostLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\ufffd' || c == 'Ã' || c == 'Â' || (c >= 0x80 && c <= 0x9f)) {
                return LOST.matcher(text).find();
            }
        }
        return false;
    }

    /** A whole page is only touched where most of its letters beyond ASCII are damaged. */
    static String repairedPage(String page) {
        if (!isDamaged(page)) {
            return page;
        }
        long damaged = RUN.matcher(page)
                .results()
                .filter(run -> meant(run.group()).isPresent())
                .mapToInt(run -> run.end() - run.start())
                .sum();
        long beyondAscii = page.chars().filter(c -> c > 127).count();
        return damaged * 3 < beyondAscii ? page : mended(page);
    }

    private static String mended(String text) {
        String mended = text;
        for (int depth = 0; depth < DEEPEST; depth++) {
            String before = mended;
            mended = RUN.matcher(before)
                    .replaceAll(
                            run -> Matcher.quoteReplacement(meant(run.group()).orElse(run.group())));
            if (mended.equals(before)) {
                break;
            }
        }
        mended = HALF.matcher(mended).replaceAll(half -> half.group().equals("Ã") ? "à" : "");
        return withoutControls(mended.replace("\ufeff", ""));
    }

    /** Controls are windows-1252 signs that somebody took for Latin-1. */
    private static String withoutControls(String text) {
        if (text.chars().noneMatch(c -> c >= 0x80 && c <= 0x9f)) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < mended.length(); i++) {
            char c = mended.charAt(i);
            if (c >= 0x80 && c <= 0x9f) {
                char sign = new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0);
                mended.setCharAt(i, sign == '\ufffd' ? c : sign);
            }
        }
        return mended.toString();
    }

    private static boolean isDamaged(String text) {
        if (!mayBeDamaged(text)) {
            return false;
        }
        int ideographs = 0;
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            Optional<String> meant = meant(runs.group());
            if (meant.isPresent()) {
                if (meant.get().charAt(0) >= '\u3000' && meant.get().charAt(0) <= '\u9fff') {
                    ideographs++;
                } else if (isCertain(text, runs.toMatchResult())) {
                    return true;
                }
            }
        }
        return ideographs >= 3;
    }

    private static boolean isCertain(String text, MatchResult run) {
        if (run.end() - run.start() > 2 || BESIDE_CAPITALS.indexOf(text.charAt(run.start() + 1)) < 0) {
            return true;
        }
        return (run.start() > 0 && Character.isLowerCase(text.charAt(run.start() - 1)))
                || (run.end() < text.length() && Character.isLowerCase(text.charAt(run.end())));
    }

    /** A quick look, because nearly all texts are sound. */
    private static boolean mayBeDamaged(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u00c2' && c <= '\u00f4') {
                char next = text.charAt(i + 1);
                if ((next >= '\u0080' && next <= '\u00bf')
                        || (next > '\u00ff' && !Character.isLetter(next))
                        || "ŒœŠšŸŽžƒˆ".indexOf(next) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<String> meant(String run) {
        ByteBuffer bytes = ByteBuffer.allocate(run.length());
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            bytes.put(c <= '\u00ff' ? (byte) c : String.valueOf(c).getBytes(WINDOWS_1252)[0]);
        }
        bytes.flip();
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return isOrdinary(text.codePointAt(0)) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Letters and signs that news in our languages use; a rare result means that the text was right as it was. */
    private static boolean isOrdinary(int c) {
        return (c >= 0xA0 && c <= 0x17F)
                || (c >= 0x370 && c <= 0x45F)
                || (c >= 0x2010 && c <= 0x20BF)
                || (c >= 0x80 && c <= 0x9F)
                || "ƒˆ˜™\ufeff".indexOf(c) >= 0
                || (c >= 0x3000 && c <= 0x9FFF)
                || c >= 0x1F300;
    }
}
