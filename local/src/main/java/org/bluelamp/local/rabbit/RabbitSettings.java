package org.bluelamp.local.rabbit;

import java.nio.file.Path;
import org.bluelamp.local.process.Ports;

/**
 * Where a RabbitMQ node lives.
 *
 * @param folder its data, cookie and configuration
 * @param run the folder for its log and process ids
 * @param port for AMQP
 * @param distributionPort Erlang's own port of the node
 * @param epmdPort of a port mapper of our own
 * @param user allowed to do everything
 * @param password of the user; taken when the folder is new
 */
public record RabbitSettings(
        Path folder, Path run, int port, int distributionPort, int epmdPort, String user, String password) {

    /** Free ports, in a folder of the caller's. */
    public static RabbitSettings onFreePorts(Path folder, Path run, String user, String password) {
        return new RabbitSettings(folder, run, Ports.free(), Ports.free(), Ports.free(), user, password);
    }
}
