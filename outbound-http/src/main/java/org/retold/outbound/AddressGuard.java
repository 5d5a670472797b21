package org.retold.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which addresses we do not go to. An IPv6 address that carries an IPv4 address is judged by both.
 *
 * @param privateNetworksAllowed lets loopback and private networks pass, never metadata services
 */
public record AddressGuard(boolean privateNetworksAllowed) {

    private static final Pattern DOTTED = Pattern.compile("[0-9.]+");
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96", "translated");
    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16", "6to4");
    private static final AddressRange MAPPED = AddressRange.of("::/80", "mapped or compatible");

    /** Why this address is refused; empty when it is not. */
    public Optional<String> refusal(InetAddress address) {
        byte[] bytes = address.getAddress();
        Optional<String> refusal = refusal(bytes);
        if (refusal.isEmpty() && address instanceof Inet6Address) {
            refusal = carried(bytes).flatMap(this::refusal);
        }
        return refusal.map(meaning -> "%s is %s".formatted(address.getHostAddress(), meaning));
    }

    /** Why this host is refused before it is looked up: a metadata name, or an address that is refused. */
    public Optional<String> refusalOfHost(String host) {
        String name = withoutEndingDot(host.toLowerCase(Locale.ROOT));
        if (SpecialAddresses.FORBIDDEN_NAMES.contains(name)) {
            return Optional.of(host + " is a metadata service");
        }
        return literal(name).flatMap(this::refusal);
    }

    private Optional<String> refusal(byte[] address) {
        Optional<String> forbidden = meaning(SpecialAddresses.FORBIDDEN, address);
        if (forbidden.isPresent() || privateNetworksAllowed) {
            return forbidden;
        }
        return meaning(SpecialAddresses.PRIVATE, address);
    }

    private static Optional<String> meaning(List<AddressRange> ranges, byte[] address) {
        return ranges.stream()
                .filter(range -> range.contains(address))
                .map(AddressRange::meaning)
                .findFirst();
    }

    /** The IPv4 address inside a mapped, compatible, NAT64, 6to4 or ISATAP address. */
    private static Optional<byte[]> carried(byte[] address) {
        boolean compatible = address[10] == 0 && address[11] == 0 && !isLoopback(address);
        boolean marked = address[10] == -1 && address[11] == -1;
        boolean mapped = MAPPED.contains(address) && (compatible || marked);
        boolean isatap = address[10] == 0x5e && address[11] == (byte) 0xfe;
        if (mapped || NAT64.contains(address) || isatap) {
            return Optional.of(Arrays.copyOfRange(address, 12, 16));
        }
        return SIX_TO_FOUR.contains(address) ? Optional.of(Arrays.copyOfRange(address, 2, 6)) : Optional.empty();
    }

    private static boolean isLoopback(byte[] address) {
        for (int i = 0; i < 15; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[15] == 1;
    }

    private static Optional<InetAddress> literal(String host) {
        boolean looksLikeAddress =
                host.indexOf(':') >= 0 || DOTTED.matcher(host).matches();
        if (!looksLikeAddress) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String withoutEndingDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
