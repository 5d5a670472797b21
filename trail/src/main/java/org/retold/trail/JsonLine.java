package org.retold.trail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log as one JSON object: {@code timestamp} (UTC), {@code level}, {@code logger}, {@code message},
 * {@code service}, {@code instance} (host and process), {@code thread}; the keys and values that the line names; and the
 * {@code exception} with its stack where there is one.
 */
final class JsonLine extends ExtFormatter {

    private static final JsonFactory JSON = new JsonFactory();

    private final String service;

    JsonLine(String service) {
        this.service = service;
    }

    @Override
    public String format(ExtLogRecord line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            Event event = Event.of(line);
            json.writeStartObject();
            json.writeStringField("timestamp", line.getInstant().toString());
            json.writeStringField("level", line.getLevel().getName());
            json.writeStringField("logger", line.getLoggerName());
            json.writeStringField("message", event.message().orElseGet(() -> String.valueOf(formatMessage(line))));
            json.writeStringField("service", service);
            json.writeStringField("instance", line.getHostName() + "/" + line.getProcessId());
            json.writeStringField("thread", line.getThreadName());
            write(json, event.fields());
            write(json, line.getMdcCopy());
            if (line.getThrown() != null) {
                json.writeStringField("exception", stack(line.getThrown()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Map<String, ? extends @Nullable Object> fields) throws IOException {
        for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
            switch (field.getValue()) {
                case null -> json.writeNullField(field.getKey());
                case Integer number -> json.writeNumberField(field.getKey(), number);
                case Long number -> json.writeNumberField(field.getKey(), number);
                case Object other -> json.writeStringField(field.getKey(), other.toString());
            }
        }
    }

    private static String stack(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
