package org.bluelamp.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service behind the gateway that keeps what it was asked and answers with its name. */
public final class StubService implements AutoCloseable {

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final String name;
    private volatile Map<String, String> headers = Map.of();
    private volatile String body = "";
    private volatile int status = 200;
    private volatile boolean hangingUp;
    private volatile Runnable pause = () -> {};

    /** Starts on a free port. */
    public StubService(String name) {
        this.name = name;
        answerAsUsual();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            pause.run();
            answer(exchange);
        });
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (hangingUp) {
            exchange.close();
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** From now on it answers with its name, may be kept by caches, and tries to set a cookie. */
    public void answerAsUsual() {
        hangingUp = false;
        status = 200;
        pause = () -> {};
        answer(
                Map.of("Content-Type", "text/plain", "Cache-Control", "public, max-age=60", "Set-Cookie", "theirs=1"),
                "Answered by " + name);
    }

    /** From now on it answers with this. */
    public void answer(Map<String, String> newHeaders, String newBody) {
        headers = newHeaders;
        body = newBody;
    }

    /** From now on it refuses with this status. */
    public void refuse(int newStatus) {
        status = newStatus;
    }

    /** From now on it closes the connection of who asks. */
    public void hangUp() {
        hangingUp = true;
    }

    /** From now on it does this before each answer. */
    public void pause(Runnable newPause) {
        pause = newPause;
    }

    /** Its base address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it was asked last. */
    public Asked last() {
        return asked.getLast();
    }

    /** How often it was asked. */
    public int count() {
        return asked.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request as it arrived. */
    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        /** The first value of a header, or an empty text. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }
}
