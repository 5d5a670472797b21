package org.retold.local.redrive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.retold.local.redrive.Verdict.Leave;
import org.retold.local.redrive.Verdict.Reason;
import org.retold.local.redrive.Verdict.SendAgain;
import org.retold.local.redrive.Verdict.SendKept;

/** What a partition holds from the first refused record on, as far as it matters for sending that again. */
public final class Origin {

    private static final String ARTICLES = "retold.articles.v1";
    private static final String EVENTS = "retold.story-events.v1";
    private static final String UNKNOWN_VERSION = "unknown-version";
    private static final String TAKEN_DOWN = "taken-down";

    private final String topic;
    private final Set<Long> offsets = new HashSet<>();
    private final Set<Long> sentAgain = new HashSet<>();
    private final Map<String, Long> newest = new HashMap<>();

    /** @param topic whose records replace older ones of their key, unless they are events */
    public Origin(String topic) {
        this.topic = topic;
    }

    /**
     * Notes a record of the partition, in their order.
     *
     * @param copyOf offset of the record that it is, sent again; empty for what its writer sent
     */
    public void note(long offset, @Nullable String key, OptionalLong copyOf) {
        offsets.add(offset);
        copyOf.ifPresent(sentAgain::add);
        if (key != null) {
            newest.put(subject(key), offset);
        }
    }

    /** What becomes of a record that was refused in this partition. */
    public Verdict of(Rejected rejected, long offset) {
        if (rejected.code().equals(TAKEN_DOWN)) {
            return new Leave(Reason.TAKEN_DOWN);
        }
        if (sentAgain.contains(offset)) {
            return new Leave(Reason.SENT_BEFORE);
        }
        if (!topic.equals(EVENTS) && isOvertaken(rejected, offset)) {
            return new Leave(Reason.OVERTAKEN);
        }
        if (offsets.contains(offset)) {
            return new SendAgain();
        }
        // Only the value was kept: without its headers a record would be taken for one of the known version.
        boolean whole = rejected.original().isPresent() && !rejected.code().equals(UNKNOWN_VERSION);
        return whole ? new SendKept() : new Leave(Reason.GONE);
    }

    private boolean isOvertaken(Rejected rejected, long offset) {
        return rejected.key().map(key -> newest.getOrDefault(subject(key), -1L)).orElse(-1L) > offset;
    }

    /** Each record of an article has a key of its own, which begins with the article's id. */
    private String subject(String key) {
        int slash = key.indexOf('/');
        return slash < 0 || !topic.equals(ARTICLES) ? key : key.substring(0, slash);
    }
}
