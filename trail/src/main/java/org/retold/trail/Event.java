package org.retold.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jspecify.annotations.Nullable;

/**
 * What a line says, apart from what it says it of: {@code "topic created topic=%s"} is the event {@code topic created} with
 * the field {@code topic}. It is read from the format, so that no value can pass for a field.
 *
 * @param message absent where the line is no event with fields
 */
record Event(Optional<String> message, Map<String, @Nullable Object> fields) {

    private static final Pattern FORM = Pattern.compile("([^%]*?):?((?: \\w+=%[sd])+)");
    private static final Pattern FIELD = Pattern.compile("(\\w+)=%[sd]");

    static Event of(ExtLogRecord line) {
        @Nullable Object[] values = line.getParameters();
        Matcher form = FORM.matcher(String.valueOf(line.getMessage()));
        if (values == null || line.getFormatStyle() != FormatStyle.PRINTF || !form.matches()) {
            return new Event(Optional.empty(), Map.of());
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(form.group(2));
        for (int i = 0; i < values.length && field.find(); i++) {
            fields.put(field.group(1), values[i]);
        }
        return new Event(Optional.of(form.group(1)), fields);
    }
}
