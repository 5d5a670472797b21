package org.retold.local.kafka;

import java.util.Properties;
import org.retold.local.process.Ports;

/** The broker's own settings: one node, small, and quick to recover after a halt. */
final class BrokerProperties {

    private BrokerProperties() {}

    static Properties of(BrokerSettings settings, int port) {
        int controllerPort = Ports.free();
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("log.dirs", settings.directory().toString());
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        properties.setProperty("inter.broker.listener.name", "CLIENT");
        properties.setProperty("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("auto.create.topics.enable", "false");
        oneReplica(properties);
        small(properties);
        quickToRecover(properties);
        properties.putAll(settings.more());
        return properties;
    }

    private static void oneReplica(Properties properties) {
        properties.setProperty("default.replication.factor", "1");
        properties.setProperty("min.insync.replicas", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void small(Properties properties) {
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        // The default buffer of 128 MiB is larger than the whole heap we give the broker.
        properties.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        properties.setProperty("log.segment.bytes", "134217728");
        // A laptop may sleep for weeks; its readers go on where they were.
        properties.setProperty("offsets.retention.minutes", "525600");
    }

    private static void quickToRecover(Properties properties) {
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("group.min.session.timeout.ms", "1000");
        properties.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // After a halt the controller refuses the broker's new life until the old one's session has ended.
        properties.setProperty("broker.session.timeout.ms", "4000");
        properties.setProperty("broker.heartbeat.interval.ms", "1000");
        properties.setProperty("num.recovery.threads.per.data.dir", "2");
        properties.setProperty("controlled.shutdown.enable", "false");
    }
}
