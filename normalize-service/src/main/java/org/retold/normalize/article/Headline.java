package org.retold.normalize.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.retold.normalize.charset.Mojibake;

/** The title of an article without the name of its outlet. */
final class Headline {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern SEPARATOR = Pattern.compile(" [|·•»–—-] | : (?=[^:]{1,40}$)| :: ");
    private static final int LONGEST = 500;

    private Headline() {}

    /**
     * @param given titles, best first; one that has lost letters comes last
     * @param outlets names under which the outlet may stand in a title, its host among them
     */
    static Optional<String> of(List<String> given, List<String> outlets) {
        List<String> clean = given.stream()
                .map(title -> withoutOutlet(clean(title), outlets))
                .filter(title -> !title.isBlank())
                .toList();
        return clean.stream()
                .filter(title -> !Mojibake.hasLostLetters(title))
                .findFirst()
                .or(() -> clean.stream().findFirst())
                .map(title -> title.length() <= LONGEST ? title : title.substring(0, LONGEST));
    }

    private static String clean(@Nullable String title) {
        if (title == null) {
            return "";
        }
        String text = title.indexOf('<') >= 0 || title.indexOf('&') >= 0 ? Markup.stripped(title) : title;
        return SPACES.matcher(Mojibake.repaired(text)).replaceAll(" ").strip();
    }

    private static String withoutOutlet(String title, List<String> outlets) {
        List<String> folded = new ArrayList<>();
        for (String outlet : outlets) {
            String name = folded(outlet);
            if (name.length() >= 2) {
                folded.add(name);
            }
        }
        String cut = title;
        for (boolean again = true; again; ) {
            again = false;
            var separators = SEPARATOR.matcher(cut).results().toList();
            if (!separators.isEmpty()) {
                var first = separators.get(0);
                var last = separators.get(separators.size() - 1);
                if (folded.contains(folded(cut.substring(last.end())))) {
                    cut = cut.substring(0, last.start()).strip();
                    again = true;
                } else if (folded.contains(folded(cut.substring(0, first.start())))) {
                    cut = cut.substring(first.end()).strip();
                    again = true;
                }
            }
        }
        return cut.isEmpty() ? title : cut;
    }

    /** "Le Monde.fr" and "lemonde.fr" are one name. */
    private static String folded(String name) {
        StringBuilder folded = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
