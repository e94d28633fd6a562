package org.bluelamp.local.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bluelamp.local.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitNodeTest {

    @TempDir
    private Path folder;

    @Test
    void a_node_is_private_and_keeps_what_was_declared_over_a_restart() throws IOException {
        RabbitNode node = RabbitNode.in(
                RabbitSettings.onFreePorts(folder.resolve("my broker"), folder.resolve("run"), "bluelamp", "secret"));
        node.start();
        try {
            node.createVirtualHost("kept");
            assertThat(node.queues("kept")).isEmpty();
            assertThat(node.exchanges("kept")).isEmpty();
            assertThat(node.ctl("list_users")).contains("bluelamp").doesNotContain("guest");
            Path withPassword = folder.resolve("my broker").resolve("rabbitmq.conf");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(withPassword)))
                    .isEqualTo("rw-------");

            node.stop();
            assertThat(node.processes()).hasSize(2).noneMatch(ChildProcess::isAlive);

            node.start();
            assertThat(node.ctl("list_vhosts")).contains("kept");
        } finally {
            node.stop();
        }
    }
}
