package org.bluelamp.testing.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A force's tool that is told by signed calls, on this machine; it checks them as Standard Webhooks says. */
public final class ListeningTool implements AutoCloseable {

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile IntSupplier answers = () -> 204;

    /** Listens on a free port and answers 204. */
    public ListeningTool() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::hear);
        server.start();
    }

    /** A call as the tool hears it. */
    public record Heard(String id, String timestamp, String signature, String body) {

        /** Its body. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** What happened. */
        public String type() {
            return json().get("type").stringValue();
        }

        /** As the standard's libraries check it. */
        public boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
                byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return List.of(signature.split(" "))
                        .contains("v1," + Base64.getEncoder().encodeToString(signed));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        heard.add(new Heard(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answers.getAsInt(), -1);
        exchange.close();
    }

    /** Where it is called. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    /** Answers with this status from now on. */
    public void answers(int status) {
        answers = () -> status;
    }

    /** What it has heard, the earliest first. */
    public List<Heard> heard() {
        return heard;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
