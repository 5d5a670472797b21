package org.retold.dedupe.story;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.retold.contract.Correction;
import org.retold.contract.Correction.Kind;

/** What operators' corrections say about pairs of articles: the latest word on a pair counts. */
final class Rulings {

    private final Ledger ledger;

    Rulings(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Articles, known or not, that are to be in one story with this one. */
    Set<String> together(String articleId) {
        return said(articleId, Kind.TOGETHER);
    }

    /** Articles, known or not, that must never be in one story with this one. */
    Set<String> apart(String articleId) {
        return said(articleId, Kind.APART);
    }

    private Set<String> said(String articleId, Kind kind) {
        List<Correction> corrections = ledger.corrections(articleId);
        Set<String> others = new TreeSet<>();
        for (Correction correction : corrections) {
            for (String other : correction.articleIds()) {
                if (!other.equals(articleId) && concerns(correction, articleId, other)) {
                    if (correction.kind() == kind) {
                        others.add(other);
                    } else {
                        others.remove(other);
                    }
                }
            }
        }
        return others;
    }

    private static boolean concerns(Correction correction, String articleId, String other) {
        return switch (correction.kind()) {
            case TOGETHER -> true;
            case APART ->
                correction.articleIds().getFirst().equals(articleId)
                        || correction.articleIds().getFirst().equals(other);
            case UNKNOWN -> false;
        };
    }
}
