package org.retold.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.api.correction.Merge;
import org.retold.api.correction.Split;
import org.retold.api.correction.Word;
import org.retold.contract.Json;

/** What operators send. */
sealed interface CorrectionBody {

    /** Which articles leave their story. */
    @Schema(description = "Which articles leave the story; they form one of their own.")
    record OfSplit(
            @Schema(required = true, minItems = 1, maxItems = Split.MOST) @Nullable
            List<@Nullable String> articleIds,

            @Schema(description = "Who says so.", defaultValue = "operator", maxLength = 100) @Nullable
            String by,

            @Schema(description = "Why, in their words.", maxLength = 1000) @Nullable
            String reason)
            implements CorrectionBody {

        Split split(Instant now) {
            return new Split(ids("articleIds", articleIds, Split.MOST), word(by, reason, now));
        }
    }

    /** Which stories the one in the address is the same as. */
    @Schema(description = "Which other stories are the same as this one.")
    record OfMerge(
            @Schema(required = true, minItems = 1, maxItems = Merge.MOST - 1) @Nullable
            List<@Nullable String> storyIds,

            @Schema(description = "Who says so.", defaultValue = "operator", maxLength = 100) @Nullable
            String by,

            @Schema(description = "Why, in their words.", maxLength = 1000) @Nullable
            String reason)
            implements CorrectionBody {

        Merge mergeInto(String storyId, Instant now) {
            Set<String> all = new LinkedHashSet<>(ids("storyIds", storyIds, Merge.MOST - 1));
            all.add(storyId);
            if (all.size() < 2) {
                throw new Refusal(
                        Refusal.Status.UNPROCESSABLE_CONTENT, "A story cannot be merged with itself; name another.");
            }
            return new Merge(all, word(by, reason, now));
        }
    }

    /** Letters, digits and signs of ASCII, as all our ids are. */
    Pattern ID = Pattern.compile("[!-~]{1,200}");

    int LARGEST = 64 * 1024;
    int LONGEST_NAME = 100;
    int LONGEST_REASON = 1000;

    static <T extends CorrectionBody> T read(Class<T> type, String form, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Refusal(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE, "The body is larger than %d bytes.".formatted(LARGEST));
        }
        try {
            T read = Json.MAPPER
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(bytes);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw bad("The body must be %s: %s.".formatted(form, e.getOriginalMessage()));
        }
        throw bad("The body must be %s.".formatted(form));
    }

    private static Set<String> ids(String field, @Nullable List<@Nullable String> given, int most) {
        if (given == null || given.isEmpty()) {
            throw bad("\"%s\" is missing or empty.".formatted(field));
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String id : given) {
            if (id == null || !ID.matcher(id).matches()) {
                throw bad("\"%s\" holds something that is no id.".formatted(field));
            }
            ids.add(id);
        }
        if (ids.size() > most) {
            throw new Refusal(
                    Refusal.Status.UNPROCESSABLE_CONTENT,
                    "\"%s\" names %d, more than %d at once.".formatted(field, ids.size(), most));
        }
        return ids;
    }

    private static Word word(@Nullable String by, @Nullable String reason, Instant now) {
        return new Word(
                by == null || by.isBlank() ? "operator" : bounded("by", by.strip(), LONGEST_NAME),
                now,
                reason == null || reason.isBlank() ? null : bounded("reason", reason.strip(), LONGEST_REASON));
    }

    private static String bounded(String field, String text, int longest) {
        if (text.length() > longest) {
            throw bad("\"%s\" is longer than %d characters.".formatted(field, longest));
        }
        return text;
    }

    private static Refusal bad(String detail) {
        return new Refusal(Response.Status.BAD_REQUEST, detail);
    }
}
