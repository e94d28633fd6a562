package org.bluelamp.directory.policeuk.importing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Serves Coastshire, an invented force, as data.police.uk would, under any id and at a place of its own for each, so that
 * tests do not meet. Now and then it is told to say that it is asked too much, or to fail.
 */
final class PoliceDataServer implements AutoCloseable {

    private static final String COASTSHIRE = "coastshire";
    private static final AtomicInteger FORCES = new AtomicInteger(10);

    /** The day on which the meetings are that are to come. */
    static final LocalDate SOON = LocalDate.now().plusDays(10);

    private final int number = FORCES.incrementAndGet();
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Map<String, String> instead = new ConcurrentHashMap<>();
    private final AtomicInteger tooMany = new AtomicInteger();

    PoliceDataServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::answer);
        server.start();
    }

    String force() {
        return COASTSHIRE + "-" + number;
    }

    /** Its longitudes begin with this number of degrees west. */
    int degreesWest() {
        return 20 + number;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/api";
    }

    /** The paths it was asked, as they came, in order. */
    List<String> asked() {
        return asked;
    }

    void refuseNext(int times) {
        tooMany.set(times);
    }

    void fail(String path) {
        failing.add(path);
    }

    void mend() {
        failing.clear();
    }

    /** Tells this where the text of the other was. */
    void change(String text, String other) {
        instead.put(text, other);
    }

    /** What it tells at a path; null when nothing. */
    @Nullable
    String tell(String path) {
        String name = path.replace(force(), COASTSHIRE);
        try (InputStream in = PoliceDataServer.class.getResourceAsStream("/policeuk/" + name + ".json")) {
            if (in == null) {
                return null;
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"" + COASTSHIRE + "\"", "\"" + force() + "\"")
                    .replace("@soon@", SOON.toString())
                    .replace("\"-20.", "\"-" + degreesWest() + ".");
            for (Map.Entry<String, String> change : instead.entrySet()) {
                text = text.replace(change.getKey(), change.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String raw = exchange.getRequestURI().getRawPath().substring("/api/".length());
            String path = exchange.getRequestURI().getPath().substring("/api/".length());
            asked.add(raw);
            if (tooMany.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            if (failing.contains(path)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String text = tell(path);
            if (text == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
