package org.retold.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Dns;

/**
 * Looks names up and refuses them when one of their addresses is refused. OkHttp connects to what this returned and
 * looks nothing up a second time, so a name cannot point elsewhere between the check and the connection.
 */
final class GuardedDns implements Dns {

    private final Dns names;
    private final AddressGuard guard;

    GuardedDns(Dns names, AddressGuard guard) {
        this.names = names;
        this.guard = guard;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses =
                isLocalhost(host) ? List.of(InetAddress.getLoopbackAddress()) : names.lookup(host);
        for (InetAddress address : addresses) {
            Optional<String> refusal = guard.refusal(address);
            if (refusal.isPresent()) {
                throw new RefusedAddressException("%s resolves to %s".formatted(host, refusal.get()));
            }
        }
        return addresses;
    }

    /** RFC 6761, 6.3: these names are always loopback, though not every resolver knows. */
    private static boolean isLocalhost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost");
    }
}
