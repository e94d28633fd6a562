package org.bluelamp.alerts.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as GOV.UK Notify's documentation says it does, and keeps what it took. */
public final class NotifyStub implements AutoCloseable {

    public static final String KEY = "tests-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

    /** What it does with the next messages. */
    public enum Mood {
        TAKES,
        BAD_ADDRESS,
        BAD_TEMPLATE,
        TOO_LONG,
        NOT_KNOWN,
        TOO_MANY,
        BROKEN,
        /** No answer at all. */
        SILENT,
        /** The head of an answer, and then nothing. */
        STUCK,
        /** It takes the message, and we never hear of it. */
        TAKES_SILENTLY,
        /** Something that is not JSON. */
        BABBLES
    }

    /** A message that it took. */
    public record Taken(String kind, JsonNode body) {

        public String reference() {
            return body.get("reference").asString();
        }

        public String to() {
            return body.get(kind.equals("sms") ? "phone_number" : "email_address")
                    .asString();
        }

        public String text() {
            return body.get("personalisation")
                    .get(kind.equals("sms") ? "message" : "body")
                    .asString();
        }
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood = Mood.TAKES;

    public NotifyStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/notifications", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void is(Mood mood) {
        this.mood = mood;
    }

    /** Forgets everything and takes what comes. */
    public void reset() {
        mood = Mood.TAKES;
        taken.clear();
        tokens.clear();
        known.clear();
    }

    public List<Taken> taken() {
        return taken;
    }

    List<String> tokens() {
        return tokens;
    }

    private void answer(HttpExchange exchange) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (exchange.getRequestMethod().equals("GET")) {
            var query = exchange.getRequestURI().getQuery();
            var reference = query.substring(query.indexOf('=') + 1);
            say(
                    exchange,
                    200,
                    known.containsKey(reference)
                            ? "{\"notifications\":[{\"id\":\"1\",\"reference\":\"%s\"}],\"links\":{}}"
                                    .formatted(reference)
                            : "{\"notifications\":[],\"links\":{}}");
            return;
        }
        var kind = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        var message = new Taken(kind, json.readTree(exchange.getRequestBody().readAllBytes()));
        switch (mood) {
            case TAKES -> {
                keep(message);
                say(exchange, 201, "{\"id\":\"740e5834-3a29-46b4-9a6f-16142fde533a\"}");
            }
            case BAD_ADDRESS ->
                say(
                        exchange,
                        400,
                        fault(
                                "ValidationError",
                                kind.equals("sms")
                                        ? "phone_number Not a valid UK mobile number"
                                        : "email_address Not a valid email address"));
            case BAD_TEMPLATE -> say(exchange, 400, fault("BadRequestError", "Template not found"));
            case TOO_LONG ->
                say(
                        exchange,
                        400,
                        fault(
                                "ValidationError",
                                "Content for template has a character count greater than the limit of 918"));
            case NOT_KNOWN -> say(exchange, 403, fault("AuthError", "Invalid token: API key not found"));
            case TOO_MANY -> say(exchange, 429, fault("RateLimitError", "Exceeded rate limit for key type LIVE"));
            case BROKEN -> say(exchange, 500, fault("Exception", "Internal server error"));
            case BABBLES -> say(exchange, 400, "<html>");
            case SILENT -> hang();
            case TAKES_SILENTLY -> {
                keep(message);
                hang();
            }
            case STUCK -> {
                exchange.sendResponseHeaders(201, 100);
                exchange.getResponseBody().flush();
                hang();
            }
        }
    }

    private void keep(Taken message) {
        taken.add(message);
        known.put(message.reference(), true);
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String fault(String error, String message) {
        return "{\"status_code\":400,\"errors\":[{\"error\":\"%s\",\"message\":\"%s\"}]}".formatted(error, message);
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
