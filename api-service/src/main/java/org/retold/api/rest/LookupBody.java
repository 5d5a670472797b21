package org.retold.api.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Lookup;

/** What people ask: a text, or the URL of an article that is known here. */
@Schema(description = "A text, or the URL of a known article; one of the two.")
record LookupBody(
        @Schema(
                description = "Of an article that is known here: its address, or one that it had before.",
                maxLength = 2000)
        @Nullable
        String url,

        @Schema(description = "The text; an empty line parts its paragraphs.") @Nullable
        String text,

        @Nullable String title,

        @Schema(description = "Two letters, ISO 639-1; guessed where absent.", examples = "fr") @Nullable
        String language,

        @Schema(description = "When it was published, to say how late it is: a date or a time, ISO 8601.") @Nullable
        String published) {

    private static final int LONGEST_URL = 2000;
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\s*\\R");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final JsonBody<LookupBody> FORM = new JsonBody<>(
            LookupBody.class, "{\"text\", \"title\"?, \"language\"?, \"published\"?} or {\"url\"}", 512 * 1024);

    /** @throws Refusal when it is not understood */
    static LookupBody read(InputStream body) throws IOException {
        LookupBody read = FORM.read(body);
        if (read.isText() == read.isUrl()) {
            throw Refusal.notUnderstood("The body must be %s.".formatted(FORM.form()));
        }
        return read;
    }

    private boolean isText() {
        return text != null && !text.isBlank();
    }

    private boolean isUrl() {
        return url != null && !url.isBlank() && url.length() <= LONGEST_URL && url.indexOf('\0') < 0;
    }

    /** @return null where a text is asked about */
    @Nullable
    String knownUrl() {
        return isUrl() ? url : null;
    }

    /** @throws Refusal when language or date are not understood */
    Lookup lookup(String id, Instant now) {
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw Refusal.notUnderstood("\"language\" is not two letters of ISO 639-1.");
        }
        return new Lookup(
                id, title, List.of(EMPTY_LINE.split(String.valueOf(text).strip())), language, date(), now);
    }

    private @Nullable Instant date() {
        if (published == null) {
            return null;
        }
        try {
            return published.length() <= "2024-02-13".length()
                    ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.notUnderstood(
                    "\"published\" is neither a date (2024-02-13) nor a time (2024-02-13T08:30:00Z).");
        }
    }
}
