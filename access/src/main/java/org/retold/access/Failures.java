package org.retold.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who brought a wrong word how often, lately. Of so many clients as fit, the ones that failed last are remembered; an IPv6
 * client is its /64, because that is what one customer has.
 */
public final class Failures {

    private static final int NETWORK_BYTES = 8;

    private final int most;
    private final Duration within;
    private final InstantSource clock;
    private final Map<String, Count> byClient;

    private record Count(int failures, Instant until) {}

    /**
     * @param most so many wrong words a client may bring before it is not listened to any more
     * @param within counted from the first of them
     * @param clients that are remembered
     */
    public Failures(int most, Duration within, int clients, InstantSource clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
        this.byClient = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                return size() > clients;
            }
        };
    }

    /** How long the client is not listened to; empty for one that is. */
    synchronized Optional<Duration> lockedOut(String address) {
        Count count = byClient.get(client(address));
        if (count == null || count.failures() < most) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), count.until());
        // A clock that was set back must not lock anybody out for longer.
        return left.isPositive() && left.compareTo(within) <= 0
                ? Optional.of(left.plusMillis(999).truncatedTo(ChronoUnit.SECONDS))
                : Optional.empty();
    }

    synchronized void count(String address) {
        Instant now = clock.instant();
        byClient.merge(
                client(address),
                new Count(1, now.plus(within)),
                (known, first) -> known.until().isAfter(now) && !known.until().isAfter(first.until())
                        ? new Count(known.failures() + 1, known.until())
                        : first);
    }

    synchronized int clients() {
        return byClient.size();
    }

    private static String client(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
