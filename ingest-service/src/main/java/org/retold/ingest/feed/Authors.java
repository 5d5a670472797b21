package org.retold.ingest.feed;

import static org.retold.ingest.feed.Vocabulary.CORE;
import static org.retold.ingest.feed.Vocabulary.DUBLIN_CORE;
import static org.retold.ingest.feed.Vocabulary.ITUNES;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds who wrote an entry, by name; an e-mail address only where there is no name. */
final class Authors {

    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
    private static final Pattern NAME_AND_MAIL = Pattern.compile("(.+?)\\s*[<(]\\S+@[^>)]+[>)]");

    /** No name is as long with its address; the patterns would try all ways to read what is. */
    private static final int LONGEST_WITH_MAIL = 500;

    private Authors() {}

    static List<String> of(FeedElement entry) {
        List<String> named = Stream.concat(
                        entry.all(CORE, "author", "managingeditor").stream(),
                        entry.all(DUBLIN_CORE, "creator", "author").stream())
                .flatMap(author -> name(author).stream())
                .distinct()
                .toList();
        return named.isEmpty()
                ? entry.all(ITUNES, "author").stream()
                        .flatMap(author -> name(author).stream())
                        .toList()
                : named;
    }

    private static Optional<String> name(FeedElement author) {
        return author.first(CORE, "name")
                .or(() -> author.first(CORE, "email"))
                .or(() -> Optional.of(author))
                .flatMap(FeedElement::string)
                .map(name -> withoutMail(Text.guessed(name).plain()))
                .filter(name -> !name.isEmpty());
    }

    private static String withoutMail(String author) {
        if (author.length() > LONGEST_WITH_MAIL) {
            return author;
        }
        return Stream.of(MAIL_AND_NAME, NAME_AND_MAIL)
                .map(pattern -> pattern.matcher(author))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .findFirst()
                .orElse(author);
    }
}
