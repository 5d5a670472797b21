package org.retold.ingest.feed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who tells at once when a feed changes.
 *
 * @param url of the hub
 * @param topic what the hub calls the feed
 * @see <a href="https://www.w3.org/TR/websub/">WebSub</a>
 */
public record Hub(String url, String topic) {

    private static final Pattern LINK =
            Pattern.compile("<([^<>]+)>((?:\\s*;\\s*[^\\s=;,]+\\s*=\\s*(?:\"[^\"]*\"|[^\\s\",;]*))*)");
    private static final Pattern REL = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\",;]*))");

    /**
     * What the {@code Link} headers of a feed say of its hub, which goes before what the feed itself says.
     *
     * @param links headers as sent
     * @param feedUrl where the feed was found: what relative addresses relate to
     */
    public static Optional<Hub> announced(List<String> links, String feedUrl) {
        return address(links, "hub", feedUrl)
                .map(hub -> new Hub(hub, address(links, "self", feedUrl).orElse(feedUrl)));
    }

    private static Optional<String> address(List<String> links, String relation, String feedUrl) {
        for (String header : links) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (isOf(relation, link.group(2))) {
                    return Optional.of(WebAddress.resolve(link.group(1).strip(), feedUrl));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(String relation, String parameters) {
        Matcher rel = REL.matcher(parameters);
        if (!rel.find()) {
            return false;
        }
        String relations = rel.group(1) == null ? rel.group(2) : rel.group(1);
        return List.of(relations.strip().split("\\s+")).stream().anyMatch(relation::equalsIgnoreCase);
    }
}
