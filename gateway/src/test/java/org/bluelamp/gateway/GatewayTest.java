package org.bluelamp.gateway;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.bluelamp.testing.PlatformTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a random port with a real database, in front of a stub for each service but feedback, which is gone. */
@PlatformTest(properties = {"spring.application.name=gateway", "bluelamp.test.rabbit=false", "MANAGEMENT_PORT=0"})
public abstract class GatewayTest {

    protected static final StubService DIRECTORY = new StubService("directory");
    protected static final StubService NEWS = new StubService("news");
    protected static final StubService ALERTS = new StubService("alerts");

    protected final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("bluelamp.gateway.services.directory", DIRECTORY::url);
        properties.add("bluelamp.gateway.services.news", NEWS::url);
        properties.add("bluelamp.gateway.services.alerts", ALERTS::url);
    }

    /** A request to the gateway. */
    protected HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** A form sent to the gateway. */
    protected HttpRequest.Builder form(String path, String body) {
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** A cookie such as staff have, of a session that there is not. */
    protected static String likelySession() {
        return "bluelamp-staff="
                + Base64.getEncoder()
                        .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The answer as it is: redirects are not followed. */
    protected HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends bytes as they are, such as no client would, and gives all that comes back until the gateway hangs up. */
    protected String sendRaw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends bytes as they are and gives the first line of what comes back, whatever else there is to send or come. */
    protected String statusOfRaw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return headOf(socket).getFirst();
        }
    }

    /** The first line and the headers of what comes back. */
    protected static List<String> headOf(Socket socket) throws IOException {
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        List<String> head = new ArrayList<>();
        for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
            head.add(line);
        }
        return head;
    }

    /** Sends bytes as they are and hangs up without waiting for anything. */
    protected void sendAndHangUp(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends bytes as they are and nothing more, whatever else was announced. */
    protected Socket halfSent(String request) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** How many requests the gateway is at work on. */
    protected static int inHand(MeterRegistry meters) {
        return meters.find("http.server.requests.active").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }

    /** The gateway's own host and port. */
    protected String host() {
        return "localhost:" + port;
    }
}
