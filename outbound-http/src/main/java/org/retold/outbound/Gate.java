package org.retold.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asked before every hop of a request, redirects included. It may wait, and it may say no. */
public interface Gate {

    /** Returns when this address may be asked, or says at once why it is not. */
    Word before(String url) throws InterruptedException;

    /** What a gate says. */
    sealed interface Word {

        /** @param turn ends with the hop, however that ends */
        record Go(Turn turn) implements Word {}

        /**
         * Its turn lies further ahead than it is worth waiting for.
         *
         * @param pause after which it may be worth asking again
         * @param reason half a sentence for people
         */
        record Wait(Duration pause, String reason) implements Word {}

        /**
         * It must not be asked.
         *
         * @param reason half a sentence for people
         * @param always false when the same question may have another answer later
         */
        record No(String reason, boolean always) implements Word {}
    }

    /** The leave to make one hop. */
    interface Turn {

        /**
         * The whole answer is here, or none will come.
         *
         * @param silence how long the publisher asks to be left alone (429 or 503 with Retry-After); absent when it
         *     does not
         */
        void end(@Nullable Duration silence);
    }
}
