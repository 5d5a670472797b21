package org.retold.api.rest;

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

    JsonBody<OfSplit> SPLIT = new JsonBody<>(OfSplit.class, "{\"articleIds\", \"by\"?, \"reason\"?}", LARGEST);
    JsonBody<OfMerge> MERGE = new JsonBody<>(OfMerge.class, "{\"storyIds\", \"by\"?, \"reason\"?}", LARGEST);

    int LONGEST_NAME = 100;
    int LONGEST_REASON = 1000;

    private static Set<String> ids(String field, @Nullable List<@Nullable String> given, int most) {
        if (given == null || given.isEmpty()) {
            throw Refusal.notUnderstood("\"%s\" is missing or empty.".formatted(field));
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String id : given) {
            if (id == null || !ID.matcher(id).matches()) {
                throw Refusal.notUnderstood("\"%s\" holds something that is no id.".formatted(field));
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
            throw Refusal.notUnderstood("\"%s\" is longer than %d characters.".formatted(field, longest));
        }
        return text;
    }
}
