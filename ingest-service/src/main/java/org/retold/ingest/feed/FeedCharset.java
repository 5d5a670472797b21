package org.retold.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes a feed, trusting the bytes before the labels: byte order mark, then UTF-8 if that is what they are, then the
 * declared charsets as far as they fit and do not mix scripts within words, then a guess.
 */
final class FeedCharset {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset EBCDIC = Charset.forName("IBM037");

    /** SPIP breaks the line after {@code <?xml}. */
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:-]+)");

    private static final int DECLARATION_REACH = 512;

    private FeedCharset() {}

    /** @param transport charset as the transport declares it */
    static String decode(byte[] bytes, @Nullable String transport) {
        return withoutControls(byByteOrder(bytes).or(() -> asUtf8(bytes)).orElseGet(() -> byLabels(bytes, transport)));
    }

    /** C1 controls are windows-1252 characters that somebody took for Latin 1. */
    private static String withoutControls(String text) {
        if (text.chars().noneMatch(c -> c >= 0x80 && c < 0xa0)) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < mended.length(); i++) {
            char c = mended.charAt(i);
            if (c >= 0x80 && c < 0xa0) {
                mended.setCharAt(i, new String(new byte[] {(byte) c}, WINDOWS_1252).charAt(0));
            }
        }
        return mended.toString();
    }

    private static Optional<String> byByteOrder(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, UTF_8));
        }
        if (starts(bytes, 0, 0, 0xfe, 0xff)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, UTF_32BE));
        }
        if (starts(bytes, 0xff, 0xfe, 0, 0)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, UTF_32LE));
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, UTF_16BE));
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, UTF_16LE));
        }
        return byFirstBracket(bytes).map(charset -> new String(bytes, charset));
    }

    /** XML 1.0, appendix F: how {@code <?} or {@code <x} looks without a byte order mark. */
    private static Optional<Charset> byFirstBracket(byte[] bytes) {
        if (starts(bytes, 0, 0, 0, '<')) {
            return Optional.of(UTF_32BE);
        }
        if (starts(bytes, '<', 0, 0, 0)) {
            return Optional.of(UTF_32LE);
        }
        if (starts(bytes, 0, '<')) {
            return Optional.of(UTF_16BE);
        }
        if (starts(bytes, '<', 0)) {
            return Optional.of(UTF_16LE);
        }
        return starts(bytes, 0x4c, 0x6f, 0xa7, 0x94) ? Optional.of(EBCDIC) : Optional.empty();
    }

    /** Bytes beyond ASCII that happen to be well-formed UTF-8 are UTF-8, whatever a label says. */
    private static Optional<String> asUtf8(byte[] bytes) {
        return isAscii(bytes) ? Optional.empty() : strictly(bytes, UTF_8);
    }

    private static String byLabels(byte[] bytes, @Nullable String transport) {
        if (isAscii(bytes)) {
            return new String(bytes, US_ASCII);
        }
        List<Charset> labels = Stream.of(declared(bytes), known(transport))
                .flatMap(Optional::stream)
                .toList();
        return MixedUtf8.read(bytes)
                .or(() -> Stream.concat(labels.stream(), Stream.of(detected(bytes), WINDOWS_1252))
                        .flatMap(charset -> strictly(bytes, charset).stream())
                        .filter(text -> !mixesScripts(text))
                        .findFirst())
                .or(() -> labels.stream()
                        .flatMap(label -> strictly(bytes, label).stream())
                        .findFirst())
                .orElseGet(() -> new String(bytes, labels.isEmpty() ? detected(bytes) : labels.getFirst()));
    }

    /** Letters of another script in the midst of Latin words are accented letters that a wrong label made. */
    private static boolean mixesScripts(String text) {
        int foreign = 0;
        int amidst = 0;
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 && Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN) {
                foreign++;
                if (isBasicLatin(text.charAt(i - 1)) || isBasicLatin(text.charAt(i + 1))) {
                    amidst++;
                }
            }
        }
        return amidst * 2 > foreign;
    }

    private static boolean isBasicLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Optional<Charset> declared(byte[] bytes) {
        Matcher declaration =
                DECLARATION.matcher(new String(bytes, 0, Math.min(bytes.length, DECLARATION_REACH), ISO_8859_1));
        return declaration.find() ? known(declaration.group(1)) : Optional.empty();
    }

    /** Latin 1 and ASCII are read as windows-1252, which contains them: what is called so on the web often is that. */
    private static Optional<Charset> known(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(name);
            boolean latin = charset.equals(ISO_8859_1) || charset.equals(US_ASCII);
            return Optional.of(latin ? WINDOWS_1252 : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        return known(detector.getDetectedCharset()).orElse(WINDOWS_1252);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
