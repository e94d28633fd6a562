package org.bluelamp.local.rabbit;

import java.util.List;
import java.util.Set;
import org.bluelamp.local.part.Part;
import org.bluelamp.local.process.ChildProcess;

/** RabbitMQ with its port mapper. */
public final class RabbitPart implements Part {

    private final RabbitNode node;

    /** A part of the node. */
    public RabbitPart(RabbitNode node) {
        this.node = node;
    }

    @Override
    public String name() {
        return RabbitNode.NAME;
    }

    @Override
    public List<Integer> ports() {
        RabbitSettings settings = node.settings();
        return List.of(settings.port(), settings.distributionPort(), settings.epmdPort());
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void start() {
        node.start();
    }

    @Override
    public void stop() {
        node.stop();
    }

    @Override
    public List<ChildProcess> processes() {
        return node.processes();
    }
}
