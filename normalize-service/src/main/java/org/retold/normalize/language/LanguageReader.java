package org.retold.normalize.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.List;
import java.util.Locale;

/** Tells a text's language from the text; what was declared is not asked. */
public final class LanguageReader {

    /** What a text that is too short or in none of the known languages is said to be in. */
    private static final String UNDETERMINED = "und";

    private static final int FEWEST_LETTERS = 40;
    private static final int SAMPLE = 600;

    private final LanguageDetector detector = LanguageDetectorBuilder.fromLanguages(
                    Language.FRENCH,
                    Language.ENGLISH,
                    Language.GERMAN,
                    Language.SPANISH,
                    Language.ITALIAN,
                    Language.DUTCH,
                    Language.PORTUGUESE,
                    Language.RUSSIAN,
                    Language.UKRAINIAN,
                    Language.POLISH)
            .withLowAccuracyMode()
            .build();

    /** @return two letters (ISO 639-1), or {@code und} */
    public String of(String title, List<String> paragraphs) {
        StringBuilder sample = new StringBuilder(SAMPLE + 200);
        for (String paragraph : paragraphs) {
            if (sample.length() >= SAMPLE) {
                break;
            }
            sample.append(paragraph, 0, Math.min(paragraph.length(), SAMPLE)).append('\n');
        }
        if (letters(sample) < FEWEST_LETTERS * 3) {
            sample.append(title);
        }
        if (letters(sample) < FEWEST_LETTERS) {
            return UNDETERMINED;
        }
        Language language = detector.detectLanguageOf(sample.toString());
        return language == Language.UNKNOWN
                ? UNDETERMINED
                : language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
    }

    private static long letters(CharSequence text) {
        return text.chars().filter(Character::isLetter).count();
    }
}
