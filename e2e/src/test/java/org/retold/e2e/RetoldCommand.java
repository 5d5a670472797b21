package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./retold} as a person calls it, beside a pipeline that runs. */
final class RetoldCommand {

    private RetoldCommand() {}

    /** What the command said on its two outputs. */
    record Said(int status, List<String> lines) {

        /** All of it. */
        String text() {
            return String.join("\n", lines);
        }
    }

    /** Runs one of the commands that take the address of Kafka. */
    static Said run(Pipeline pipeline, String command, List<String> options) throws IOException, InterruptedException {
        return run(pipeline.stack().kafka(), Map.of(), command, options);
    }

    /** @param environment beside the test's own */
    static Said run(String kafka, Map<String, String> environment, String command, List<String> options)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Pipeline.ROOT.resolve("retold").toAbsolutePath().toString(), command, "--kafka", kafka));
        line.addAll(options);
        Path output = Files.createTempFile("retold-" + command, ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
            return new Said(process.exitValue(), Files.readAllLines(output));
        } finally {
            Files.delete(output);
        }
    }
}
