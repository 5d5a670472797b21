package org.retold.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.brotli.BrotliInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The guarded client. It follows redirects itself, so that every hop passes the guard, and it never uses a proxy, which
 * would look names up behind the guard's back. Safe for use by many threads.
 */
public final class OutboundClient implements AutoCloseable {

    private final OkHttpClient http;
    private final AddressGuard guard;
    private final Bounds bounds;
    private final String userAgent;
    private final ResponseReader responses;

    public OutboundClient(AddressGuard guard, Bounds bounds, String userAgent) {
        this(guard, bounds, userAgent, InstantSource.system(), Dns.SYSTEM, SocketFactory.getDefault());
    }

    OutboundClient(
            AddressGuard guard,
            Bounds bounds,
            String userAgent,
            InstantSource clock,
            Dns names,
            SocketFactory sockets) {
        this.guard = guard;
        this.bounds = bounds;
        this.userAgent = userAgent;
        this.responses = new ResponseReader(clock);
        this.http = new OkHttpClient.Builder()
                .dns(new GuardedDns(names, guard))
                .socketFactory(sockets)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(bounds.connect())
                .readTimeout(bounds.silence())
                .writeTimeout(bounds.silence())
                .connectionPool(new ConnectionPool(32, 30, TimeUnit.SECONDS))
                .addInterceptor(BrotliInterceptor.INSTANCE)
                .build();
    }

    private OutboundClient(OutboundClient other, Bounds bounds) {
        this.guard = other.guard;
        this.bounds = bounds;
        this.userAgent = other.userAgent;
        this.responses = other.responses;
        this.http = other.http;
    }

    /** The same client, with less patience for one request; it ends with this one. */
    public OutboundClient within(Duration wholeCall) {
        return new OutboundClient(this, new Bounds(wholeCall, bounds.connect(), bounds.silence(), bounds.redirects()));
    }

    /**
     * Asks for a copy; does not throw for anything that the web does.
     *
     * @param gate is asked before every hop; the time that it takes is not the request's
     */
    public Answer get(Request request, Gate gate) throws InterruptedException {
        return send(request, gate, bounds.redirects());
    }

    /**
     * Posts a form, and takes it nowhere else than where it was meant to go.
     *
     * @param gate is asked before
     */
    public Answer post(Request request, Gate gate) throws InterruptedException {
        return send(request, gate, 0);
    }

    private Answer send(Request request, Gate gate, int redirects) throws InterruptedException {
        HttpUrl url = HttpUrl.parse(request.url().strip());
        if (url == null) {
            return new Answer.Refused(request.url() + " is not an http or https address");
        }
        long left = bounds.wholeCall().toNanos();
        @Nullable String permanentUrl = null;
        boolean forGood = true;
        for (int hops = 0; hops <= redirects; hops++) {
            Optional<String> refusal = guard.refusalOfHost(url.host());
            if (refusal.isPresent()) {
                return new Answer.Refused(refusal.get());
            }
            Gate.Turn turn;
            switch (gate.before(url.toString())) {
                case Gate.Word.Go go -> turn = go.turn();
                case Gate.Word.Wait(Duration pause, String reason) -> {
                    return new Answer.Held(pause, reason);
                }
                case Gate.Word.No(String reason, boolean always) -> {
                    return new Answer.Forbidden(reason, always);
                }
            }
            long start = System.nanoTime();
            Hop hop = hop(request, url, left, permanentUrl, turn);
            left -= System.nanoTime() - start;
            switch (hop) {
                case Hop.End(Answer answer) -> {
                    return answer;
                }
                case Hop.Onward onward -> {
                    url = onward.url();
                    forGood = forGood && onward.forGood();
                    permanentUrl = forGood ? url.toString() : permanentUrl;
                }
            }
        }
        return new Answer.RedirectedTooOften(redirects);
    }

    /** Tells somebody something, and takes it nowhere else than where it was meant to go. */
    public Reply tell(Message message) {
        HttpUrl url = HttpUrl.parse(message.url().strip());
        if (url == null) {
            return new Reply.Refused(message.url() + " is not an http or https address");
        }
        Optional<String> refusal = guard.refusalOfHost(url.host());
        if (refusal.isPresent()) {
            return new Reply.Refused(refusal.get());
        }
        okhttp3.Request.Builder wire = new okhttp3.Request.Builder()
                .url(url)
                .post(RequestBody.create(message.body().getBytes(UTF_8), MediaType.parse(message.mediaType())));
        message.headers().forEach(wire::header);
        Call call = http.newCall(wire.header("User-Agent", userAgent).build());
        call.timeout().timeout(bounds.wholeCall().toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return responses.reply(response, message.maxBytes());
        } catch (IOException | IllegalArgumentException e) {
            return switch (failure(url, e)) {
                case Answer.Refused(String reason) -> new Reply.Refused(reason);
                case Answer.Unreachable(String reason) -> new Reply.Unreachable(reason);
                case Answer other -> new Reply.Unreachable(other.toString());
            };
        }
    }

    /** The same as {@link #refusal}, and its host is looked up; one that nobody knows is not refused. */
    public Optional<String> refusalOnceLookedUp(String url) {
        Optional<String> refusal = refusal(url);
        HttpUrl parsed = HttpUrl.parse(url.strip());
        if (refusal.isPresent() || parsed == null) {
            return refusal;
        }
        try {
            http.dns().lookup(parsed.host());
            return Optional.empty();
        } catch (RefusedAddressException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Why this address is refused before anybody asks for it; empty when it is not, as far as can be told unasked. */
    public Optional<String> refusal(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip());
        return parsed == null
                ? Optional.of(url + " is not an http or https address")
                : guard.refusalOfHost(parsed.host());
    }

    private Hop hop(Request request, HttpUrl url, long nanoseconds, @Nullable String permanentUrl, Gate.Turn turn) {
        @Nullable Duration silence = null;
        try {
            Hop hop = hop(request, url, nanoseconds, permanentUrl);
            silence = silence(hop);
            return hop;
        } finally {
            turn.end(silence);
        }
    }

    private Hop hop(Request request, HttpUrl url, long nanoseconds, @Nullable String permanentUrl) {
        if (nanoseconds <= 0) {
            return new Hop.End(tooSlow());
        }
        try (Response response = call(request, url, nanoseconds).execute()) {
            return responses.read(response, request, permanentUrl);
        } catch (IOException | IllegalArgumentException e) {
            return new Hop.End(failure(url, e));
        }
    }

    private static @Nullable Duration silence(Hop hop) {
        return hop instanceof Hop.End(Answer.HttpError(int status, Duration retryAfter))
                        && (status == 429 || status == 503)
                ? retryAfter
                : null;
    }

    private Call call(Request request, HttpUrl url, long nanoseconds) {
        Call call = http.newCall(wireRequest(request, url));
        call.timeout().timeout(nanoseconds, TimeUnit.NANOSECONDS);
        return call;
    }

    private okhttp3.Request wireRequest(Request request, HttpUrl url) {
        okhttp3.Request.Builder wire = new okhttp3.Request.Builder()
                .url(url)
                .header("User-Agent", userAgent)
                .header("Accept", request.accept());
        if (request.etag() != null) {
            wire.header("If-None-Match", request.etag());
        }
        if (request.lastModified() != null) {
            wire.header("If-Modified-Since", request.lastModified());
        }
        if (request.form() != null) {
            FormBody.Builder form = new FormBody.Builder(UTF_8);
            new TreeMap<>(request.form()).forEach(form::add);
            wire.post(form.build());
        }
        return wire.build();
    }

    private Answer failure(HttpUrl url, Exception cause) {
        return switch (cause) {
            case RefusedAddressException refused -> new Answer.Refused(String.valueOf(refused.getMessage()));
            case UnknownHostException ignored -> new Answer.Unreachable(url.host() + " is not known");
            case ConnectException ignored ->
                new Answer.Unreachable("%s:%d takes no connection".formatted(url.host(), url.port()));
            case SSLException ssl -> new Answer.Unreachable("%s: %s".formatted(url.host(), ssl.getMessage()));
            case InterruptedIOException ignored -> tooSlow();
            default -> new Answer.Unreachable("%s: %s".formatted(url.host(), described(cause)));
        };
    }

    private Answer tooSlow() {
        Duration whole = bounds.wholeCall();
        return new Answer.Unreachable(
                String.format(Locale.ROOT, "no whole answer within %.1f s", whole.toMillis() / 1000.0));
    }

    private static String described(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
