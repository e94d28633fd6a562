package org.bluelamp.testing;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluelamp.local.rabbit.RabbitNode;
import org.bluelamp.local.rabbit.RabbitSettings;

/** Real RabbitMQ nodes for tests. */
public final class TestRabbit {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestRabbit() {}

    /** The one node of this JVM, started when first asked for and gone with the JVM. Tests must leave it running. */
    public static RabbitNode shared() {
        return Shared.NODE;
    }

    /** A fresh virtual host of the shared node: what one test declares there no other sees. */
    public static String virtualHost() {
        String name = "test-" + COUNT.incrementAndGet();
        shared().createVirtualHost(name);
        return name;
    }

    /** A node of the test's own that it may stop and start; it takes some seconds, and is gone with the JVM. */
    public static RabbitNode own() {
        Path folder = TestFolder.create("rabbitmq");
        RabbitNode node = RabbitNode.in(RabbitSettings.onFreePorts(folder, folder, "bluelamp", "for-tests-only"));
        node.start();
        TestFolder.atExit(node::stop, folder);
        return node;
    }

    /** Loading it starts the node. */
    private static final class Shared {

        private static final RabbitNode NODE = own();
    }
}
