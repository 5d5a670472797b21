package org.retold.dedupe.view;

import java.util.LinkedHashMap;
import java.util.Map;

/** News agencies and agency-like outlets by the words that name them, folded. */
final class Agencies {

    /** Word hash to a bit. */
    private static final IntTable BITS = new IntTable(64);

    private static final Map<String, Integer> NAMES = new LinkedHashMap<>();

    static {
        String[] names = {
            "reuters", "bloomberg", "afp", "ap", "dpa", "ansa", "efe", "xinhua", "kyodo", "tass", "interfax", "ria",
            "unian", "ukrinform", "apa", "belga", "ats", "anp", "pap", "lusa", "pti", "yonhap", "axios", "politico",
            "adnkronos", "europapress", "ritzau", "ntb"
        };
        for (int i = 0; i < names.length; i++) {
            NAMES.put(names[i], i);
            BITS.put(Hash.of(names[i], 0), i);
        }
    }

    private static final int ASSOCIATED = Hash.of("associated", 0);
    private static final int PRESS = Hash.of("press", 0);
    private static final int FRANCE = Hash.of("france", 0);
    private static final int PRESSE = Hash.of("presse", 0);

    private Agencies() {}

    /** Agencies whose names are two words. */
    static int pair(int first, int second) {
        if (first == ASSOCIATED && second == PRESS) {
            return bits("ap");
        }
        return first == FRANCE && second == PRESSE ? bits("afp") : 0;
    }

    /** @return the agency's bit, or 0 */
    static int bit(int wordHash) {
        int index = BITS.get(wordHash);
        return index == IntTable.ABSENT ? 0 : 1 << index;
    }

    /** @return the bits of a credited agency, 0 if we do not know it by name */
    static int bits(String agency) {
        String folded = Fold.of(agency).replace(" ", "");
        Integer index = NAMES.get(folded.equals("associatedpress") ? "ap" : folded);
        return index == null ? 0 : 1 << index;
    }
}
