package org.retold.normalize.charset;

import java.lang.Character.UnicodeScript;

/** How much a text looks as if it had been decoded with the wrong charset. */
final class Plausibility {

    private Plausibility() {}

    /** Weighted count of characters that hardly occur in well decoded text, per character. */
    static double implausible(String text) {
        double found = 0;
        UnicodeScript before = UnicodeScript.COMMON;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                before = isLetter(c) ? UnicodeScript.LATIN : UnicodeScript.COMMON;
                continue;
            }
            if (c == '\ufffd') {
                found += 3;
            } else if (c <= '\u009f') {
                found += 2;
            } else if (isRareSign(c)) {
                found += 0.5;
            }
            UnicodeScript script = Character.isLetter(c) ? UnicodeScript.of(c) : UnicodeScript.COMMON;
            if (script != UnicodeScript.COMMON && before != UnicodeScript.COMMON && script != before) {
                found += 1;
            }
            if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(text.charAt(i - 1))) {
                found += 0.7;
            }
            before = script;
        }
        return text.isEmpty() ? 0 : found / text.length();
    }

    /** Whether replacement and control characters are so many that nobody should be shown this. */
    static boolean isUnreadable(String text) {
        int bad = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\ufffd' || (c >= 0x80 && c <= 0x9f) || (c < ' ' && !Character.isWhitespace(c))) {
                bad++;
            }
        }
        return bad > 3 && bad * 200 > text.length();
    }

    /**
     * Whether valid UTF-8 holds nothing that damage is made of: no replacement and control characters, and no two signs
     * beside each other of which the first may be half a letter. Nearly all pages are sound, and bytes are read faster
     * than characters.
     */
    static boolean isSound(byte[] utf8) {
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (b >= ' ') {
                continue;
            }
            boolean sound = switch (b & 0xFF) {
                case 0xC2 -> (utf8[i + 1] & 0xFF) > 0x9F;
                case 0xC3 -> i + 2 >= utf8.length || utf8[i + 2] >= 0;
                case 0xEF -> utf8[i + 1] != (byte) 0xBF;
                default -> b < 0 || Character.isWhitespace(b);
            };
            if (!sound) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isRareSign(char c) {
        return switch (c) {
            case '¤', '¦', '¨', '¬', '¯', '³', '¸', '¹', '¼', '½', '¾', 'Þ', 'þ', 'ð', 'Ð', 'Ý', '‡', '†', 'ƒ', '¶' ->
                true;
            default -> false;
        };
    }
}
