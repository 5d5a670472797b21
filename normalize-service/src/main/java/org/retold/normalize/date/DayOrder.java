package org.retold.normalize.date;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What 05/03/2024 means where it stands. */
public enum DayOrder {
    /** The fifth of March. */
    DAY_FIRST,
    /** It cannot be told, as in English: then it is not read. */
    UNCERTAIN;

    private static final Set<String> DAY_FIRST_IN = Set.of(
            "fr", "de", "es", "it", "pt", "nl", "ca", "ro", "pl", "cs", "sk", "da", "nb", "fi", "ru", "uk", "bg", "el",
            "tr", "vi", "id");

    /** Where these languages are written with the month or year first, or with either. */
    private static final Set<String> EXCEPT_IN = Set.of("US", "CA", "PR", "PA", "PH");

    /**
     * Which order a text's numbers have, by its language and what its page says about itself.
     *
     * @param language that the text is written in, two letters, or {@code und}
     * @param declared language tag of the page, for example {@code fr-FR}; where it and the text disagree nothing is
     *     certain
     */
    public static DayOrder of(String language, @Nullable String declared) {
        Optional<Locale> page = Optional.ofNullable(declared)
                .map(tag -> Locale.forLanguageTag(tag.strip().replace('_', '-')))
                .filter(locale -> !locale.getLanguage().isEmpty());
        String written = language.equals("und") ? page.map(Locale::getLanguage).orElse(language) : language;
        boolean agreed = page.isEmpty()
                || (page.get().getLanguage().equals(written)
                        && !EXCEPT_IN.contains(page.get().getCountry()));
        return agreed && DAY_FIRST_IN.contains(written) ? DAY_FIRST : UNCERTAIN;
    }
}
