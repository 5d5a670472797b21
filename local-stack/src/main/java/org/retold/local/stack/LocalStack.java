package org.retold.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.retold.local.http.ServiceClient;
import org.retold.local.kafka.BrokerMain;
import org.retold.local.process.Child;
import org.retold.local.process.Ports;

/**
 * Kafka, PostgreSQL and the four services as processes; each is started again when it dies, and all end when this
 * process ends, however it ends.
 */
public final class LocalStack implements AutoCloseable {

    /** Name of Kafka's part. */
    public static final String KAFKA = "kafka";

    /** Name of PostgreSQL's part. */
    public static final String POSTGRES = "postgres";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StackPorts ports;
    private final Events events;
    private final Leftovers leftovers;
    private final Recipes recipes;
    private final Map<String, Part> parts = new ConcurrentHashMap<>();
    private final AtomicInteger others = new AtomicInteger();
    private boolean closed;

    /**
     * @param data held by the caller, who closes it after the stack
     * @throws Trouble when something is not built, or a port is in use
     */
    public LocalStack(StackSettings settings, DataDirectory data, Events events) {
        for (Service service : Service.values()) {
            mustBeBuilt(service, settings.checkout());
        }
        this.leftovers = data.leftovers();
        settings.ports().mustBeFree();
        this.ports = settings.ports().chosen();
        this.events = events;
        this.recipes = new Recipes(settings, ports, data.path());
    }

    /**
     * Returns when each part is ready.
     *
     * @throws Trouble when one cannot start
     */
    public void start() {
        if (recipes.operatorToken().isNew()) {
            events.say("operator token: " + recipes.operatorToken().value());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var postgres = CompletableFuture.runAsync(this::startPostgres, threads);
            var kafka = CompletableFuture.runAsync(this::startKafka, threads);
            var both = CompletableFuture.allOf(postgres, kafka);
            List<CompletableFuture<Void>> services = new ArrayList<>();
            for (Service service : Service.values()) {
                services.add(
                        (service.needsPostgres() ? both : kafka).thenRunAsync(() -> startService(service), threads));
            }
            CompletableFuture.allOf(services.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * One more instance of a service, on a free port and with a disk of its own; returns when it is ready.
     *
     * @param checkout the project's directory, in which the instance's version is built
     * @throws Trouble when it is not built, or cannot start
     */
    public Part another(Service service, Path checkout) {
        mustBeBuilt(service, checkout);
        String name = "%s-another-%d".formatted(service.module(), others.incrementAndGet());
        int port = Ports.free();
        ServiceClient client = new ServiceClient(port);
        Child child = recipes.another(service, name, checkout.toAbsolutePath().normalize(), port);
        return start(child, port, process -> client.isReady());
    }

    /** Asks a part to end, insists after a while, and returns when it is gone; it is not started again. */
    public void end(Part part) {
        parts.remove(part.name());
        part.stop();
    }

    /** A part by its name: {@link #KAFKA}, {@link #POSTGRES}, or a service's module. */
    public Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no part " + name);
        }
        return part;
    }

    /** All that were started. */
    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** Waits until all parts can work, for example after some were killed. */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        parts.values().forEach(part -> part.awaitReady(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
    }

    public StackPorts ports() {
        return ports;
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** The token that calls which change something need. */
    public String operatorToken() {
        return recipes.operatorToken().value();
    }

    /** Calls to one of the services. */
    public ServiceClient client(Service service) {
        return new ServiceClient(ports.of(service));
    }

    /** Stops the services, then Kafka, then PostgreSQL; safe at any time, also while it starts. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.values().stream()
                    .filter(part -> !part.name().equals(KAFKA) && !part.name().equals(POSTGRES))
                    .forEach(part -> threads.execute(part::stop));
        }
        stop(KAFKA);
        stop(POSTGRES);
    }

    private void startPostgres() {
        recipes.preparePostgres();
        start(recipes.postgres(), ports.postgres(), process -> recipes.postgresIsReady());
    }

    private void startKafka() {
        start(recipes.kafka(), ports.kafka(), process -> BrokerMain.isReady(recipes.kafkaReadyFile(), process.pid()));
    }

    private void startService(Service service) {
        ServiceClient client = client(service);
        start(recipes.service(service), ports.of(service), process -> client.isReady());
    }

    private static void mustBeBuilt(Service service, Path checkout) {
        if (!Files.exists(service.jar(checkout))) {
            throw new Trouble("%s is not built: run ./retold build.".formatted(service.module()));
        }
    }

    private Part start(Child child, int port, Predicate<ProcessHandle> ready) {
        Part part;
        synchronized (this) {
            if (closed) {
                throw new Trouble("Stopped before %s started.".formatted(child.name()));
            }
            part = new Part(child, port, ready, leftovers, events::died);
            parts.put(child.name(), part);
        }
        part.awaitReady(PATIENCE);
        events.say(child.name() + " is ready");
        return part;
    }

    private void stop(String name) {
        Part part = parts.get(name);
        if (part != null) {
            part.stop();
        }
    }
}
