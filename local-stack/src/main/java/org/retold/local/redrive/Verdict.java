package org.retold.local.redrive;

/** What becomes of a refused record. */
public sealed interface Verdict {

    /** It goes back as it still stands at its place. */
    record SendAgain() implements Verdict {}

    /** It goes back as the rejection kept it: its own topic has it no more. */
    record SendKept() implements Verdict {}

    /** It stays where it is. */
    record Leave(Reason reason) implements Verdict {}

    /** Why a record is not sent again. */
    enum Reason {
        NEVER_ON_A_TOPIC("never-on-a-topic", "it never reached a topic: push it again"),
        TAKEN_DOWN("taken-down", "an operator had it taken down"),
        SENT_BEFORE("sent-before", "it was sent again before"),
        OVERTAKEN("overtaken", "a newer record has its key, and would be replaced by this one"),
        GONE("gone", "its topic has it no more, and not all of it was kept");

        private final String code;
        private final String words;

        Reason(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** For programs, in kebab case. */
        public String code() {
            return code;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
