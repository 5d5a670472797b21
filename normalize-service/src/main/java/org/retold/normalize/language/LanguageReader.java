package org.retold.normalize.language;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells a text's language from the text; what was declared is not asked. */
public final class LanguageReader {

    /** What a text that is too short or in none of the known languages is said to be in. */
    private static final String UNDETERMINED = "und";

    private static final int FEWEST_LETTERS = 40;
    private static final int SAMPLE = 400;

    /** By how much, from 0 to 1, the likeliest language must be likelier than the next. */
    private static final double DISTANCE = 0.03;

    /**
     * Those that news is read in here and those that are told by their script. A text in another language is found to
     * lack the words of the one that it looks like; a model for each of those would double the memory.
     */
    private static final String LANGUAGES = "fr en de es it nl pt ru uk pl ca ro bg sr mk be el ar fa he zh ja ko";

    private final LanguageDetector detector = LanguageDetectorBuilder.fromIsoCodes639_1(
                    Arrays.stream(LANGUAGES.split(" "))
                            .map(code -> IsoCode639_1.valueOf(code.toUpperCase(Locale.ROOT)))
                            .toArray(IsoCode639_1[]::new))
            .withLowAccuracyMode()
            .withMinimumRelativeDistance(DISTANCE)
            .build();

    /** @return two letters (ISO 639-1), or {@code und} */
    public String of(String title, List<String> paragraphs) {
        StringBuilder sample = new StringBuilder(SAMPLE + 200);
        for (String paragraph : paragraphs) {
            if (sample.length() >= SAMPLE) {
                break;
            }
            sample.append(paragraph, 0, Math.min(paragraph.length(), SAMPLE - sample.length()))
                    .append('\n');
        }
        if (letters(sample) < FEWEST_LETTERS * 3) {
            sample.append(title);
        }
        if (letters(sample) < FEWEST_LETTERS) {
            return UNDETERMINED;
        }
        String text = sample.toString();
        return CommonWords.onlyOf(text).orElseGet(() -> detected(text));
    }

    private String detected(String text) {
        Language language = detector.detectLanguageOf(text);
        if (language == Language.UNKNOWN) {
            return UNDETERMINED;
        }
        String code = language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
        return CommonWords.areIn(text, code) ? code : UNDETERMINED;
    }

    private static long letters(CharSequence text) {
        return text.chars().filter(Character::isLetter).count();
    }
}
