package org.retold.api.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence.Fact;

/** A title or a paragraph, cut where marks begin and end; the pieces' texts in a row are its text. */
public record MarkedBlock(List<Stretch> stretches) {

    public MarkedBlock {
        stretches = List.copyOf(stretches);
    }

    /**
     * What lies in one passage, or between two.
     *
     * @param passage its number, the same in both texts, from 1; 0 outside of passages
     * @param begins whether this is where its passage begins in this text
     */
    public record Stretch(int passage, boolean begins, List<Piece> pieces) {

        public Stretch {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Characters that are marked alike.
     *
     * @param same whether the other text has these words in this order
     * @param quote whether they are in a quote that both have
     * @param fact what both say here; absent for other words
     */
    public record Piece(String text, boolean same, boolean quote, Fact.@Nullable Kind fact) {}
}
