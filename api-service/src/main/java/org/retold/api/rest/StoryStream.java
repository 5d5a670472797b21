package org.retold.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.retold.api.live.Listeners.Listener;
import org.retold.api.live.LiveEvents;
import org.retold.api.story.PlacedEvent;
import org.retold.api.story.StableJson;
import org.retold.api.story.StoryNotice;
import org.retold.api.story.StorySummary;
import org.retold.contract.StoryEvent.Kind;

/** Tells one listener what happens, as server-sent events, until it hangs up or we do. */
final class StoryStream implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(StoryStream.class);

    /** So often something is said, so that both sides notice when the other is gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final byte[] GREETING = "retry: 2000\n\n".getBytes(UTF_8);
    private static final byte[] NOTHING = ":\n\n".getBytes(UTF_8);

    /** What who listens to some stories only is told of those that are gone. */
    private static final Set<Kind> ENDS = EnumSet.of(Kind.EXPIRED, Kind.WITHDRAWN, Kind.MERGED);

    private final LiveEvents events;
    private final Listener listener;
    private final BooleanSupplier gone;
    private final int minArticles;
    private long position;

    /**
     * @param gone whether the connection is closed: who writes to a closed one is not told
     * @param position of the event that it heard last
     * @param minArticles of stories with fewer nothing is told, except that they are gone where they may have had more
     */
    StoryStream(LiveEvents events, Listener listener, BooleanSupplier gone, long position, int minArticles) {
        this.events = events;
        this.listener = listener;
        this.gone = gone;
        this.position = position;
        this.minArticles = minArticles;
    }

    @Override
    public void write(OutputStream out) {
        try (listener) {
            tell(out, GREETING);
            while (!events.isClosed() && !gone.getAsBoolean()) {
                tell(out, events.after(position, HEARTBEAT));
            }
        } catch (IOException e) {
            LOG.debugf("a listener is gone: reason=%s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(OutputStream out, List<PlacedEvent> fresh) throws IOException {
        StringBuilder text = new StringBuilder();
        fresh.stream().filter(this::isWanted).forEach(event -> append(event, text));
        tell(out, text.isEmpty() ? NOTHING : text.toString().getBytes(UTF_8));
        position = fresh.isEmpty() ? position : fresh.getLast().position();
    }

    private void tell(OutputStream out, byte[] text) throws IOException {
        listener.telling();
        out.write(text);
        out.flush();
        listener.heard();
    }

    /** Of a story that another absorbed there are no articles; that it was is told all the same. */
    private boolean isWanted(PlacedEvent event) {
        StorySummary story = event.story();
        if (minArticles == 1) {
            return true;
        }
        if (story == null) {
            return ENDS.contains(event.event().kind()) && !event.alone();
        }
        boolean absorbed = story.articleCount() == 0 && event.event().kind() == Kind.MERGED;
        return absorbed || story.articleCount() >= minArticles;
    }

    private static void append(PlacedEvent event, StringBuilder text) {
        text.append("id: ")
                .append(event.position())
                .append("\nevent: ")
                .append(event.event().kind().name().toLowerCase(Locale.ROOT))
                .append("\ndata: ")
                .append(StableJson.text(new StoryNotice(event.event(), event.story())))
                .append("\n\n");
    }
}
