package org.retold.benchmarks.topology;

/** How a life of the service ends. */
enum Ending {
    STOPPED("stopped and started"),
    KILLED("kill -9, local state kept"),
    KILLED_AND_STATE_LOST("kill -9, local state lost");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
