package org.retold.normalize.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The article number in a SPIP address: spip.php?article12, ?article12, article12.html, article.php3?id_article=12. */
final class SpipNumber {

    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)article(\\d{1,9})(?:$|[&=])");
    private static final Pattern IN_PATH = Pattern.compile("/(?:spip_)?article(\\d{1,9})(?:\\.html)?$");
    private static final Pattern PAGE = Pattern.compile(".*/(?:spip\\.php3?|article\\.php3?|index\\.php3?)?$");

    private SpipNumber() {}

    static Optional<String> of(HttpUrl url) {
        String query = url.query() == null ? "" : url.query();
        Matcher inQuery = IN_QUERY.matcher(query);
        boolean spip = PAGE.matcher(url.encodedPath()).matches();
        if (spip && inQuery.find()) {
            return Optional.of(inQuery.group(1));
        }
        String number = url.queryParameter("id_article");
        if (spip && number != null && number.matches("\\d{1,9}")) {
            return Optional.of(number);
        }
        Matcher inPath = IN_PATH.matcher(url.encodedPath());
        return inPath.find() ? Optional.of(inPath.group(1)) : Optional.empty();
    }
}
