package org.retold.api.web;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.BadParameter;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Relation;

/**
 * How things are said in the reader's language.
 *
 * @param sentences what others say in English, in this language; absent for English
 */
record Tongue(Locale locale, Words words, @Nullable Sentences sentences) {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final String DAY = "d MMM uuuu";
    private static final String MINUTE = ", HH:mm 'UTC'";
    private static final String FIRST_OF_MONTH = "d'er' MMM uuuu";
    private static final String FRENCH_MINUTE = " 'à' H'\u00a0h\u00a0'mm 'UTC'";
    private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2,3}");

    /** @param published as precise as it is known: year, month, day or instant, ISO 8601 */
    String published(@Nullable String published) {
        if (published == null) {
            return words.undated();
        }
        return switch (published.length()) {
            case 4 -> published;
            case 7 -> YearMonth.parse(published).format(formatter("LLLL uuuu"));
            case 10 -> day(LocalDate.parse(published));
            default -> minute(Instant.parse(published));
        };
    }

    /** The same; what is no date stays as it is. */
    String date(String date) {
        try {
            return published(date);
        } catch (DateTimeException e) {
            return date;
        }
    }

    String day(Instant time) {
        return day(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    String minute(Instant time) {
        return day(time) + formatter(isFrench() ? FRENCH_MINUTE : MINUTE).format(time.atOffset(ZoneOffset.UTC));
    }

    private String day(LocalDate day) {
        return day.format(formatter(isFrench() && day.getDayOfMonth() == 1 ? FIRST_OF_MONTH : DAY));
    }

    private boolean isFrench() {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    /** What another service, or the API, says to people in English. */
    Saying heard(String english) {
        if (sentences == null) {
            return Saying.of(english);
        }
        return sentences
                .translate(english, this::date)
                .map(Saying::of)
                .orElse(new Saying(english, Locale.ENGLISH.getLanguage()));
    }

    Saying notUnderstood(BadParameter problem) {
        Saying reason = heard(problem.reason());
        return new Saying(words.badParameter(problem.name(), reason.text()), reason.lang());
    }

    /** What is said of a story that changed then. */
    String updated(Instant time, Instant now) {
        return isLately(time, now) ? words.updatedAgo(recently(time, now)) : words.updatedOn(day(time));
    }

    /** {@code 3 hours ago} for what was lately, else the day. */
    String recently(Instant time, Instant now) {
        if (!isLately(time, now)) {
            return day(time);
        }
        Duration age = Duration.between(time, now);
        return age.toMinutes() < 1 ? words.justNow() : words.ago(span(age));
    }

    private static boolean isLately(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        return !age.isNegative() && age.compareTo(LATELY) <= 0;
    }

    /** {@code in 3 minutes} for what comes soon, else the minute. */
    String soon(Instant time, Instant now) {
        Duration ahead = Duration.between(now, time);
        if (ahead.isNegative()) {
            return words.atOnce();
        }
        return ahead.compareTo(LATELY) > 0 ? minute(time) : words.in(span(ahead));
    }

    /** With the separators of the language. */
    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** The largest unit only: {@code 35 days}. */
    String span(Duration duration) {
        if (duration.toHours() >= 24) {
            return words.days(duration.toDays());
        }
        return duration.toMinutes() >= 60
                ? words.hours(duration.toHours())
                : words.minutes(Math.max(1, duration.toMinutes()));
    }

    String relation(Relation relation) {
        return switch (relation) {
            case ORIGINAL -> words.relationOriginal();
            case COPY -> words.relationCopy();
            case TRANSLATION -> words.relationTranslation();
            case CONDENSED -> words.relationCondensed();
            case EXPANDED -> words.relationExpanded();
            case RETELLING -> words.relationRetelling();
            case UNKNOWN -> words.relationUnknown();
        };
    }

    /** What one article is of the other, to be said between the two. */
    String because(Relation relation) {
        return switch (relation) {
            case ORIGINAL -> words.becauseOriginal();
            case COPY -> words.becauseCopy();
            case TRANSLATION -> words.becauseTranslation();
            case CONDENSED -> words.becauseCondensed();
            case EXPANDED -> words.becauseExpanded();
            case RETELLING -> words.becauseRetelling();
            case UNKNOWN -> words.becauseUnknown();
        };
    }

    String fact(Evidence.Fact.Kind kind) {
        return switch (kind) {
            case NAME -> words.factName();
            case NUMBER -> words.factNumber();
            case DATE -> words.factDate();
            case QUOTE -> words.factQuote();
            case TERM -> words.factTerm();
            case UNKNOWN -> words.factUnknown();
        };
    }

    String state(FeedStatus.State state) {
        return switch (state) {
            case NEW -> words.feedNew();
            case HEALTHY -> words.feedHealthy();
            case FAILING -> words.feedFailing();
            case SILENT -> words.feedSilent();
            case GONE -> words.feedGone();
            case UNKNOWN -> words.feedUnknown();
        };
    }

    /** The language's name; the code where it has none here. */
    String language(String code) {
        String name = languageCode(code) == null ? code : Locale.of(code).getDisplayLanguage(locale);
        return code.equals("und") ? "?" : name;
    }

    /** For a {@code lang} attribute: nothing where the language is not known. */
    static @Nullable String languageCode(String code) {
        return LANGUAGE_CODE.matcher(code).matches() && !code.equals("und") ? code : null;
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
