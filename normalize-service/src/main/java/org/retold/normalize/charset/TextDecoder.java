package org.retold.normalize.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;
import org.retold.normalize.charset.Decoding.Decoded;
import org.retold.normalize.charset.Decoding.Unreadable;

/** Decodes the bytes of a page or text, whatever was declared about them. */
public final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern IN_MARKUP = Pattern.compile(
            "(?i)(?:<meta[^>]{0,200}charset\\s*=\\s*[\"']?|<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"'])([\\w.:-]{2,30})");
    private static final int MARKUP_HEAD = 4096;

    private TextDecoder() {}

    /** @param declared charset of the transport, where it named one */
    public static Decoding decode(byte[] bytes, @Nullable String declared) {
        if (looksBinary(bytes)) {
            return new Unreadable("the bytes are not text");
        }
        Optional<Decoded> marked = byMark(bytes);
        Optional<Decoded> valid = marked.isPresent() ? Optional.empty() : byValidity(bytes);
        if (valid.isPresent() && Plausibility.isSound(bytes)) {
            return valid.get();
        }
        Decoded decoded = marked.or(() -> valid).orElseGet(() -> mostPlausible(bytes, declared));
        String text = Mojibake.repairedPage(decoded.text());
        if (Plausibility.isUnreadable(text)) {
            return new Unreadable("no charset makes the bytes readable, %s least badly".formatted(decoded.charset()));
        }
        return new Decoded(text, decoded.charset());
    }

    private static Optional<Decoded> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(decoded(bytes, 3, UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(decoded(bytes, 2, UTF_16LE));
        }
        return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(decoded(bytes, 2, UTF_16BE)) : Optional.empty();
    }

    /** Bytes above 127 that are valid UTF-8 are UTF-8; no other charset gets there by chance. */
    private static Optional<Decoded> byValidity(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        boolean valid = text.indexOf('\ufffd') < 0 || Arrays.equals(text.getBytes(UTF_8), bytes);
        return valid && text.indexOf('\u001b') < 0 ? Optional.of(new Decoded(text, "UTF-8")) : Optional.empty();
    }

    private static Decoded mostPlausible(byte[] bytes, @Nullable String declared) {
        Set<Charset> candidates = new LinkedHashSet<>();
        charset(declared).ifPresent(candidates::add);
        inMarkup(bytes).flatMap(TextDecoder::charset).ifPresent(candidates::add);
        sniffed(bytes).flatMap(TextDecoder::charset).ifPresent(candidates::add);
        candidates.add(WINDOWS_1252);
        Decoded best = null;
        double least = Double.MAX_VALUE;
        for (Charset candidate : candidates) {
            Decoded decoded = candidate.equals(UTF_8) ? mostlyUtf8(bytes) : decoded(bytes, 0, candidate);
            double implausible = Plausibility.implausible(decoded.text());
            if (best == null || implausible < least) {
                best = decoded;
                least = implausible;
            }
        }
        return best == null ? decoded(bytes, 0, WINDOWS_1252) : best;
    }

    /** UTF-8 with stray bytes of windows-1252 in it, as pages have that were put together from several sources. */
    private static Decoded mostlyUtf8(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (true) {
            var result = decoder.decode(in, out, true);
            out.flip();
            text.append(out);
            out.clear();
            if (!result.isError()) {
                return new Decoded(text.toString(), "UTF-8");
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(new String(new byte[] {in.get()}, WINDOWS_1252));
            }
            decoder.reset();
        }
    }

    private static Optional<String> inMarkup(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, MARKUP_HEAD), ISO_8859_1);
        Matcher matcher = IN_MARKUP.matcher(head);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> sniffed(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset());
    }

    /** The charset of a label as browsers understand it: Latin-1 and ASCII mean windows-1252. */
    private static Optional<Charset> charset(@Nullable String label) {
        if (label == null || label.isBlank()) {
            return Optional.empty();
        }
        String name = label.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        try {
            return switch (name) {
                case "iso-8859-1", "latin1", "iso8859-1", "us-ascii", "ascii", "iso-8859-15" ->
                    Optional.of(name.endsWith("15") ? Charset.forName("ISO-8859-15") : WINDOWS_1252);
                case "utf8" -> Optional.of(UTF_8);
                case "utf-16" -> Optional.of(UTF_16LE);
                default -> Optional.of(Charset.forName(name));
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Decoded decoded(byte[] bytes, int from, Charset charset) {
        return new Decoded(new String(bytes, from, bytes.length - from, charset), charset.name());
    }

    /** Text has hardly any control characters and no runs of zeros, except in UTF-16, which then starts with a mark. */
    private static boolean looksBinary(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return false;
        }
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, 65_536));
        int control = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
                control++;
            }
        }
        return control > head.length / 100;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
