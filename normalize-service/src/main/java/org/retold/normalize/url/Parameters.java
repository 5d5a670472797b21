package org.retold.normalize.url;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which query parameters name an article, and which only say where a reader came from. */
final class Parameters {

    private static final Pattern TRACKING = Pattern.compile(
            "utm_.*|at_.*|pk_.*|mtm_.*|matomo_.*|piwik_.*|hsa_.*|vero_.*|oly_.*|_hs.*|wt_.*|mc_.*|stm_.*|trk_.*|itm_.*");
    private static final Set<String> MEANINGLESS = Set.of(
            // campaigns and clicks
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "yclid",
            "msclkid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "xtor",
            "xtref",
            "cmpid",
            "cmp",
            "icid",
            "ncid",
            "ocid",
            "s_cid",
            "smid",
            "smtyp",
            "src",
            "ref",
            "ref_src",
            "ref_url",
            "referrer",
            "refer",
            "feature",
            "source",
            "share",
            "shared",
            "partner",
            "campaign",
            "campaign_id",
            "mbid",
            "ito",
            "taid",
            "traffic_source",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "__twitter_impression",
            "spm",
            "sr_share",
            "echobox",
            "_ga",
            "_gl",
            "feedname",
            "outputtype",
            "amp",
            "amp_js_v",
            "usqp",
            "nocache",
            "notification",
            // sessions and views
            "phpsessid",
            "jsessionid",
            "sessionid",
            "session_id",
            "aspsessionid",
            "cfid",
            "cftoken",
            "replytocom",
            "var_recherche",
            "var_mode",
            "recalcul",
            "decoupe_recherche",
            "fontsize");
    private static final Pattern PAGING = Pattern.compile("debut_.*|id_forum");

    private Parameters() {}

    /** A short "sid" is the number of a story on many sites; a long one is a session. */
    static boolean isMeaningful(String name, @Nullable String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("sid")) {
            return value != null && value.length() < 16;
        }
        return !lower.isEmpty()
                && !MEANINGLESS.contains(lower)
                && !TRACKING.matcher(lower).matches()
                && !PAGING.matcher(lower).matches();
    }
}
