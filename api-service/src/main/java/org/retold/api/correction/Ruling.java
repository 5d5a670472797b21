package org.retold.api.correction;

import java.util.List;
import org.retold.contract.Correction;

/** What follows from an operator's word. */
public sealed interface Ruling {

    /**
     * It can be obeyed.
     *
     * @param id of all of it; also that of the first correction, whose number the others bear after a dot
     * @param corrections in the order in which they are to be obeyed
     */
    record Given(String id, List<Correction> corrections) implements Ruling {

        public Given {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * The stories are not as the operator thinks.
     *
     * @param id that the ruling would have
     * @param reason one sentence
     */
    record Refused(String id, String reason) implements Ruling {}
}
