package org.retold.normalize.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes the commonest damage: UTF-8 that somebody read as windows-1252 ("Ã©" for "é"), also when done twice. */
public final class Mojibake {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String FOLLOWING = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
    private static final Pattern RUN = Pattern.compile("[\\u00C2-\\u00DF]" + FOLLOWING + "|[\\u00E0-\\u00EF]"
            + FOLLOWING + "{2}|[\\u00F0-\\u00F4]" + FOLLOWING + "{3}");

    private Mojibake() {}

    /** The text as it was meant; unchanged when the signs are too few to be sure. */
    public static String repaired(String text) {
        String once = repairedOnce(text);
        return once.equals(text) ? text : repairedOnce(once);
    }

    private static String repairedOnce(String text) {
        if (!mayBeDamaged(text)) {
            return text;
        }
        Matcher runs = RUN.matcher(text);
        int damaged = 0;
        int damagedChars = 0;
        while (runs.find()) {
            if (meant(runs.group()).isPresent()) {
                damaged++;
                damagedChars += runs.end() - runs.start();
            }
        }
        if (damaged == 0 || (damaged < 2 && text.length() > 300) || damagedChars * 3 < nonAscii(text)) {
            return text;
        }
        return runs.reset()
                .replaceAll(run -> Matcher.quoteReplacement(meant(run.group()).orElse(run.group())));
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
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            String text = decoded.toString();
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
                || c == 0xFEFF
                || (c >= 0x3000 && c <= 0x9FFF)
                || c >= 0x1F300;
    }

    private static int nonAscii(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                count++;
            }
        }
        return count;
    }
}
