package org.retold.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts two children, prints their numbers and waits to be killed. */
final class StarterOfTwo {

    private StarterOfTwo() {}

    public static void main(String[] arguments) throws InterruptedException {
        for (String name : List.of("one", "two")) {
            Child child = new Child(
                    name,
                    () -> List.of("sleep", "1000"),
                    Map.of(),
                    Path.of(arguments[0]).resolve(name + ".log"),
                    "TERM");
            Supervised.start(child, Backoff.USUAL, process -> System.out.println(process.pid()), ending -> {});
        }
        Thread.sleep(Long.MAX_VALUE);
    }
}
