package org.retold.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

final class CursorPropertyTest {

    @Property
    void aCursorIsReadAsItWasGivenOut(
            @ForAll Sort sort,
            @ForAll @NotBlank @StringLength(max = 40) String id,
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999_999L) long micros) {
        String safe = id.replace('\0', '-')
                .codePoints()
                .filter(c -> c < 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('x')
                .toString();
        Instant time = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
        StorySummary last = new StorySummary(safe, 1, 7, "h", List.of(), Instant.EPOCH, time, time, 3, 1, null);

        Cursor cursor = Cursor.after(last, time, sort, StoryFilter.ALL);

        assertThat(Cursor.parse(cursor.word())).contains(cursor);
        if (sort == Sort.UPDATED || sort == Sort.FIRST) {
            assertThat(cursor.time()).isEqualTo(time);
        }
    }

    @Property
    void whatWasNotGivenOutIsNoCursor(@ForAll String word) {
        assertThat(Cursor.parse(word)).isEmpty();
    }
}
