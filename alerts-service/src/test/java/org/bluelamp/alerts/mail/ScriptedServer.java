package org.bluelamp.alerts.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bluelamp.alerts.channel.ProviderSettings;
import org.bluelamp.alerts.channel.Providers;

/**
 * A mail server that gives the answers a test wants: by the first word of a command, else "250 ok". SILENCE is no answer,
 * and what begins with SLOW comes late.
 */
public final class ScriptedServer implements AutoCloseable {

    /** How late an answer is that begins with SLOW. */
    static final Duration SLOW = Duration.ofMillis(60);

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private volatile String lastContent = "";
    private volatile String lastSender = "";
    private final AtomicInteger connections = new AtomicInteger();
    private final StringBuffer commands = new StringBuffer();

    public ScriptedServer(Map<String, String> answers) throws IOException {
        this(answers, 0);
    }

    ScriptedServer(Map<String, String> answers, int port) throws IOException {
        this.answers = answers;
        this.socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** This server alone, as whoever sends sees it. */
    public MailServers servers() {
        var settings = new ProviderSettings(0, Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new MailServers(
                List.of(new Providers.Named<>("scripted", SmtpServerTest.server(port()), settings)),
                new SimpleMeterRegistry());
    }

    /** The last message that was sent to it, as it came, without the dots that make lines safe. */
    String lastContent() {
        return lastContent;
    }

    /** The command that named the last sender. */
    String lastSender() {
        return lastSender;
    }

    /** The first words of all commands; a comma stands where the client waited for answers. */
    String commands() {
        return commands.toString();
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            answer(client, answers.getOrDefault("CONNECT", "220 ready"));
            var content = false;
            var message = new StringBuilder();
            var waited = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (content) {
                    if (line.equals(".")) {
                        content = false;
                        lastContent = message.toString();
                        message.setLength(0);
                        answer(client, answers.getOrDefault("END", "250 taken"));
                    } else {
                        message.append(line.startsWith(".") ? line.substring(1) : line)
                                .append("\r\n");
                    }
                    continue;
                }
                var word = line.split(" ")[0];
                commands.append(commands.isEmpty() ? "" : waited ? ", " : " ").append(word);
                waited = !in.ready();
                if (word.equals("MAIL")) {
                    lastSender = line;
                }
                var answer = answers.getOrDefault(word, word.equals("DATA") ? "354 go on" : "250 ok");
                content = word.equals("DATA") && answer.startsWith("354");
                answer(client, answer);
                if (word.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client left.
        }
    }

    private static void answer(Socket client, String text) throws IOException {
        if (text.startsWith("SLOW ")) {
            LockSupport.parkNanos(SLOW.toNanos());
            answer(client, text.substring("SLOW ".length()));
        } else if (!text.equals("SILENCE")) {
            client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
