package org.retold.outbound;

import java.util.BitSet;
import okio.Buffer;

/** A few bytes that brotli unpacks to gibibytes of zeros (RFC 7932, section 9). */
final class BrotliBomb {

    private static final int BLOCK = 16 * 1024 * 1024;

    private final BitSet bits = new BitSet();
    private int length;

    /** @param blocks of 16 MiB each */
    static Buffer of(int blocks) {
        BrotliBomb bomb = new BrotliBomb();
        bomb.put(0, 1); // a window of 64 KiB
        for (int i = 0; i < blocks; i++) {
            bomb.block();
        }
        bomb.put(0b11, 2); // the last block, an empty one
        byte[] bytes = new byte[(bomb.length + 7) / 8];
        byte[] used = bomb.bits.toByteArray();
        System.arraycopy(used, 0, bytes, 0, used.length);
        return new Buffer().write(bytes);
    }

    /** One zero, and a copy of the byte before for the rest; no symbol needs a bit, because each alphabet has only one. */
    private void block() {
        put(0, 1); // not the last
        put(2, 2); // the length has six nibbles
        put(BLOCK - 1, 24);
        put(0, 1); // compressed
        put(0, 3); // one block type each of literals, commands, distances
        put(0, 6); // no postfix, no direct distances
        put(0, 2); // context mode
        put(0, 2); // one prefix tree each of literals and distances
        only(0, 8); // literal: zero
        only(399, 10); // command: insert one, copy 2118 and more
        only(16, 6); // distance: one or two
        put(BLOCK - 1 - 2118, 24);
        put(0, 1); // distance: one
    }

    private void only(int symbol, int width) {
        put(1, 2); // a simple code
        put(0, 2); // of one symbol
        put(symbol, width);
    }

    private void put(int value, int width) {
        for (int i = 0; i < width; i++) {
            bits.set(length++, (value >> i & 1) == 1);
        }
    }
}
