package org.retold.local.stack;

import java.nio.file.Path;

/** A service of the pipeline. */
public enum Service {
    INGEST("ingest-service", true),
    NORMALIZE("normalize-service", false),
    DEDUPE("dedupe-service", false),
    API("api-service", true);

    private final String module;
    private final boolean needsPostgres;

    Service(String module, boolean needsPostgres) {
        this.module = module;
        this.needsPostgres = needsPostgres;
    }

    /** Name of its module, and of its part of the stack. */
    public String module() {
        return module;
    }

    /** What its build made, below the project's directory. */
    public Path jar(Path checkout) {
        return checkout.resolve(module).resolve(Path.of("target", "quarkus-app", "quarkus-run.jar"));
    }

    boolean needsPostgres() {
        return needsPostgres;
    }
}
