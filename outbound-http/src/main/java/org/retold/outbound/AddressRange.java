package org.retold.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses that mean the same, for example {@code 10.0.0.0/8}. */
final class AddressRange {

    private final byte[] prefix;
    private final int bits;
    private final String meaning;

    private AddressRange(byte[] prefix, int bits, String meaning) {
        this.prefix = prefix;
        this.bits = bits;
        this.meaning = meaning;
    }

    /** @param block address, slash, number of fixed bits */
    static AddressRange of(String block, String meaning) {
        int slash = block.indexOf('/');
        try {
            byte[] prefix = InetAddress.getByName(block.substring(0, slash)).getAddress();
            return new AddressRange(prefix, Integer.parseInt(block.substring(slash + 1)), meaning);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(block + " is not a block of addresses", e);
        }
    }

    String meaning() {
        return meaning;
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] & 0xff) >> (8 - rest) == (prefix[whole] & 0xff) >> (8 - rest);
    }
}
