package org.retold.teststack.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Damages input at random. */
public final class Mutations {

    private static final int LONGEST = 64 * 1024;

    private final List<byte[]> tokens;

    /** @param tokens what is put in at random places */
    public Mutations(String... tokens) {
        this.tokens =
                List.of(tokens).stream().map(token -> token.getBytes(UTF_8)).toList();
    }

    /** The original after one to eight damages. */
    public byte[] of(Random random, byte[] original) {
        byte[] bytes = original;
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            bytes = damaged(random, bytes);
        }
        return bytes;
    }

    /** Tokens in any order, some of them damaged. */
    public String ofTokens(Random random, int most) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            byte[] token = tokens.get(random.nextInt(tokens.size()));
            text.writeBytes(random.nextInt(8) == 0 ? damaged(random, token) : token);
        }
        return text.toString(UTF_8);
    }

    private byte[] damaged(Random random, byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(200));
        return switch (random.nextInt(6)) {
            case 0 -> joined(bytes, 0, from);
            case 1 -> joined(bytes, 0, from, bytes, to, bytes.length);
            case 2 -> joined(bytes, 0, to, bytes, from, bytes.length);
            case 3 -> {
                byte[] token = tokens.get(random.nextInt(tokens.size()));
                yield joined(joined(bytes, 0, from, token, 0, token.length), 0, from + token.length, bytes, from);
            }
            case 4 -> repeated(random, bytes, from, to);
            default -> flipped(random, bytes);
        };
    }

    private static byte[] repeated(Random random, byte[] bytes, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        for (int left = random.nextInt(300); left > 0 && out.size() < LONGEST; left--) {
            out.write(bytes, from, to - from);
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static byte[] flipped(Random random, byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int left = random.nextInt(10); left > 0 && flipped.length > 0; left--) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] joined(byte[] one, int from, int to) {
        return joined(one, from, to, one, 0, 0);
    }

    private static byte[] joined(byte[] one, int from, int to, byte[] other, int otherFrom) {
        return joined(one, from, to, other, otherFrom, other.length);
    }

    private static byte[] joined(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(one, from, to - from);
        out.write(other, otherFrom, otherTo - otherFrom);
        return out.toByteArray();
    }
}
