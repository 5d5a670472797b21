package org.retold.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard closed = new AddressGuard(false);
    private final AddressGuard open = new AddressGuard(true);

    @ParameterizedTest(name = "{0} is never asked")
    @CsvSource({
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "169.254.169.254, metadata",
        "169.254.170.2, metadata",
        "169.254.0.1, link-local",
        "100.100.100.200, metadata",
        "168.63.129.16, metadata",
        "192.0.0.192, reserved",
        "192.0.2.1, documentation",
        "198.51.100.7, documentation",
        "203.0.113.7, documentation",
        "192.88.99.1, relay",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, reserved",
        "::, unspecified",
        "fd00:ec2::254, metadata",
        "fd20:ce::254, metadata",
        "fe80::1, link-local",
        "febf::1, link-local",
        "ff02::1, multicast",
        "100::1, discarded",
        "2001:0:7f00:1::, tunnel",
        "2001:db8::1, documentation",
        "3fff::1, documentation",
        "5f00::1, routing",
        "64:ff9b::a9fe:a9fe, metadata",
        "2002:a9fe:a9fe::1, metadata",
        "::a9fe:a9fe, metadata",
        "2606:4700::5efe:a9fe:a9fe, metadata",
        "64:ff9b::0.0.0.0, unspecified",
    })
    void neverAsked(String address, String meaning) throws UnknownHostException {
        InetAddress bad = InetAddress.getByName(address);

        assertThat(closed.refusal(bad)).get().asString().contains(meaning);
        assertThat(open.refusal(bad)).get().asString().contains(meaning);
    }

    @ParameterizedTest(name = "{0} is asked only where private networks are allowed")
    @CsvSource({
        "127.0.0.1, loopback",
        "127.0.0.53, loopback",
        "127.255.255.254, loopback",
        "10.0.0.1, private",
        "10.255.255.255, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "100.64.0.1, shared",
        "100.127.255.255, shared",
        "198.18.0.1, benchmarks",
        "198.19.255.255, benchmarks",
        "::1, loopback",
        "fc00::1, private",
        "fd12:3456:789a::1, private",
        "fec0::1, site-local",
        "64:ff9b:1::1, translation",
        "64:ff9b::7f00:1, loopback",
        "64:ff9b::10.0.0.1, private",
        "2002:7f00:1::, loopback",
        "2002:c0a8:101::1, private",
        "::127.0.0.1, loopback",
        "2606:4700::5efe:10.0.0.1, private",
    })
    void askedOnlyWherePrivateNetworksAreAllowed(String address, String meaning) throws UnknownHostException {
        InetAddress local = InetAddress.getByName(address);

        assertThat(closed.refusal(local)).get().asString().contains(meaning);
        assertThat(open.refusal(local)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is public")
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4007::1",
                "64:ff9b::1.1.1.1",
                "2002:101:101::1",
            })
    void publicAddressesPass(String address) throws UnknownHostException {
        assertThat(closed.refusal(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void anIpv4AddressMappedIntoIpv6IsJudgedByWhatItCarries() throws UnknownHostException {
        byte[] loopback = HexFormat.of().parseHex("00000000000000000000ffff7f000001");
        byte[] metadata = HexFormat.of().parseHex("00000000000000000000ffffa9fea9fe");

        assertThat(closed.refusal(java.net.Inet6Address.getByAddress(null, loopback, -1)))
                .get()
                .asString()
                .contains("loopback");
        assertThat(open.refusal(java.net.Inet6Address.getByAddress(null, metadata, -1)))
                .get()
                .asString()
                .contains("metadata");
    }

    @ParameterizedTest(name = "{0} is a metadata service")
    @ValueSource(
            strings = {
                "metadata.google.internal",
                "METADATA.google.internal.",
                "metadata",
                "metadata.goog",
                "instance-data",
                "instance-data.ec2.internal",
                "169.254.169.254",
                "fd00:ec2::254"
            })
    void metadataNamesAreNeverAsked(String host) {
        assertThat(closed.refusalOfHost(host)).isPresent();
        assertThat(open.refusalOfHost(host)).isPresent();
    }

    @Test
    void aNameIsNotRefusedBeforeItIsLookedUp() {
        assertThat(closed.refusalOfHost("example.org")).isEmpty();
        assertThat(closed.refusalOfHost("10.example.org")).isEmpty();
    }
}
