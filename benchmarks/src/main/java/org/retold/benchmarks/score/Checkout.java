package org.retold.benchmarks.score;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project and the corpora lie. */
public final class Checkout {

    private Checkout() {}

    /** The checkout, from the system property {@code retold.root} or the working directory. */
    public static Path root() {
        Path here =
                Path.of(System.getProperty("retold.root", "")).toAbsolutePath().normalize();
        return Files.isDirectory(here.resolve("dedupe-service"))
                ? here
                : here.resolve("..").normalize();
    }

    /** The folder of corpora, from the system property {@code retold.shared} or beside the checkout. */
    public static Path shared() {
        String property = System.getProperty("retold.shared");
        return property == null ? root().resolveSibling("shared") : Path.of(property);
    }
}
