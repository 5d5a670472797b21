package org.retold.outbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the charset out of a Content-Type that may name one that nobody knows. */
final class CharsetParameter {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:+-]+)");

    private CharsetParameter() {}

    static @Nullable String of(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        Matcher charset = CHARSET.matcher(contentType);
        return charset.find() ? charset.group(1) : null;
    }
}
