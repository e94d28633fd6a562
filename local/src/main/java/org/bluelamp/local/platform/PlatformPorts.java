package org.bluelamp.local.platform;

import java.util.Locale;
import java.util.Map;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.Ports;

/** The TCP ports of a platform, all on the loopback interface. */
public record PlatformPorts(
        int gateway,
        int directory,
        int news,
        int alerts,
        int feedback,
        int keycloak,
        int mail,
        int smtp,
        int postgres,
        int rabbitmq,
        int rabbitmqDistribution,
        int epmd) {

    /**
     * The usual ports, moved by {@code BLUELAMP_PORT_OFFSET} and changed one by one by {@code BLUELAMP_PORT_GATEWAY} and
     * so on.
     */
    public static PlatformPorts usual(Map<String, String> environment) {
        return new PlatformPorts(
                port(environment, "gateway", 8080),
                port(environment, "directory", 8101),
                port(environment, "news", 8102),
                port(environment, "alerts", 8103),
                port(environment, "feedback", 8104),
                port(environment, "keycloak", 8180),
                port(environment, "mail", 8025),
                port(environment, "smtp", 2525),
                port(environment, "postgres", 5532),
                port(environment, "rabbitmq", 5772),
                port(environment, "rabbitmq_distribution", 25772),
                port(environment, "epmd", 4770));
    }

    /** Ports that were free a moment ago. */
    public static PlatformPorts free() {
        return new PlatformPorts(
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free());
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String variable = "BLUELAMP_PORT_" + name.toUpperCase(Locale.ROOT);
        String own = environment.get(variable);
        int port = own == null
                ? usual + number("BLUELAMP_PORT_OFFSET", environment.getOrDefault("BLUELAMP_PORT_OFFSET", "0"))
                : number(variable, own);
        if (port < 1 || port > 65_535) {
            throw new LocalException("There is no port " + port + " for " + name + ".");
        }
        return port;
    }

    private static int number(String variable, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new LocalException(variable + " is not a number: " + value, e);
        }
    }
}
