package org.retold.outbound;

import java.util.List;
import java.util.Set;

/**
 * Addresses that are not somebody's public web site.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 registry</a>
 */
final class SpecialAddresses {

    /** Nothing that is worth reading lives here, or it hands out credentials: refused whatever the settings say. */
    static final List<AddressRange> FORBIDDEN = List.of(
            AddressRange.of("0.0.0.0/8", "unspecified"),
            AddressRange.of("169.254.0.0/16", "link-local, where metadata services answer"),
            AddressRange.of("100.100.100.200/32", "a metadata service"),
            AddressRange.of("168.63.129.16/32", "a metadata service"),
            AddressRange.of("192.0.0.0/24", "reserved"),
            AddressRange.of("192.0.2.0/24", "documentation"),
            AddressRange.of("192.88.99.0/24", "a relay"),
            AddressRange.of("198.51.100.0/24", "documentation"),
            AddressRange.of("203.0.113.0/24", "documentation"),
            AddressRange.of("224.0.0.0/4", "multicast"),
            AddressRange.of("240.0.0.0/4", "reserved"),
            AddressRange.of("::/128", "unspecified"),
            AddressRange.of("fd00:ec2::254/128", "a metadata service"),
            AddressRange.of("fd20:ce::254/128", "a metadata service"),
            AddressRange.of("fd00:42::42/128", "a metadata service"),
            AddressRange.of("fe80::/10", "link-local"),
            AddressRange.of("ff00::/8", "multicast"),
            AddressRange.of("100::/64", "discarded"),
            AddressRange.of("2001::/23", "a tunnel or reserved"),
            AddressRange.of("2001:db8::/32", "documentation"),
            AddressRange.of("3fff::/20", "documentation"),
            AddressRange.of("5f00::/16", "segment routing"));

    /** Refused unless private networks are allowed. */
    static final List<AddressRange> PRIVATE = List.of(
            AddressRange.of("127.0.0.0/8", "loopback"),
            AddressRange.of("10.0.0.0/8", "private"),
            AddressRange.of("172.16.0.0/12", "private"),
            AddressRange.of("192.168.0.0/16", "private"),
            AddressRange.of("100.64.0.0/10", "shared by a provider's customers"),
            AddressRange.of("198.18.0.0/15", "for benchmarks"),
            AddressRange.of("::1/128", "loopback"),
            AddressRange.of("fc00::/7", "private"),
            AddressRange.of("fec0::/10", "site-local"),
            AddressRange.of("64:ff9b:1::/48", "a local translation"));

    /** Names under which clouds hand out credentials, whatever they resolve to. */
    static final Set<String> FORBIDDEN_NAMES = Set.of(
            "metadata",
            "metadata.goog",
            "metadata.google.internal",
            "instance-data",
            "instance-data.ec2.internal",
            "metadata.azure.internal",
            "metadata.azure.com",
            "metadata.tencentyun.com");

    private SpecialAddresses() {}
}
