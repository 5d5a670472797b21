package org.retold.local;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.retold.access.Brokers;
import org.retold.access.Settings;
import org.retold.local.stack.Trouble;
import org.retold.secret.SecretFiles;
import org.retold.secret.UnreadableSecretException;

/**
 * Kafka of a running pipeline, and what is said of it when it does not work.
 *
 * @param address bootstrap servers
 * @param brokers how one comes in there
 */
record RunningKafka(String address, Brokers brokers) {

    private static final String OF_THIS_MACHINE = "127.0.0.1:9092";
    private static final String OPERATORS =
            "At a deployment in Compose, containers/operator lets operators in (docs/operations.md).";

    /** Where the arguments say, or else the environment; and as the environment says of the services too. */
    static RunningKafka of(Arguments arguments) {
        try {
            Function<String, Optional<String>> settings = SecretFiles.settings();
            String address = Optional.ofNullable(arguments.values().get("--kafka"))
                    .or(() -> settings.apply("RETOLD_KAFKA").filter(set -> !set.isBlank()))
                    .orElse(OF_THIS_MACHINE);
            return new RunningKafka(address, Brokers.of(address, new Settings(settings)));
        } catch (IllegalArgumentException | UnreadableSecretException e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
    }

    /** A topic that every service makes is not among those that are shown to us. */
    Trouble hidden(String topic) {
        return new Trouble(
                "Kafka at %s shows us no topic %s: no service has started there yet, or we may not read it. %s"
                        .formatted(address, topic, OPERATORS));
    }

    /** After the first question. */
    Trouble unanswered(KafkaException e) {
        if (e instanceof AuthenticationException
                || e.getCause() instanceof AuthenticationException
                || e instanceof AuthorizationException
                || e.getCause() instanceof AuthorizationException) {
            return new Trouble(("Kafka at %s and we do not come together: %s. RETOLD_KAFKA_SECURITY_PROTOCOL and what"
                            + " belongs to it say how (docs/security.md).")
                    .formatted(address, origin(e)));
        }
        return new Trouble("No Kafka answers at %s: start the pipeline, or give its address with --kafka HOST:PORT."
                .formatted(address));
    }

    /** At any time after it. */
    Trouble failed(KafkaException e) {
        if (e instanceof AuthorizationException || e.getCause() instanceof AuthorizationException) {
            return new Trouble("Kafka at %s does not let us do that: %s. %s".formatted(address, origin(e), OPERATORS));
        }
        return new Trouble(
                e.getCause() instanceof ConfigException
                        ? "--kafka wants HOST:PORT of a known host; '%s' is none.".formatted(address)
                        : "Kafka at %s failed: %s".formatted(address, origin(e)));
    }

    /** What was first; what follows from it says less. */
    private static String origin(Throwable thrown) {
        Throwable origin = thrown;
        while (origin.getCause() != null) {
            origin = origin.getCause();
        }
        return origin instanceof KafkaException
                ? String.valueOf(origin.getMessage())
                : "%s (%s)".formatted(origin.getMessage(), origin.getClass().getSimpleName());
    }
}
