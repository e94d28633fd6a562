package org.bluelamp.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A council that takes reports at an Open311 end point (GeoReport v2) on this machine. */
final class Council implements AutoCloseable {

    private final HttpServer server;
    private final List<Map<String, String>> reports = new CopyOnWriteArrayList<>();
    private volatile boolean taking = true;

    Council() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/open311/requests.json", exchange -> {
            reports.add(fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            byte[] answer = (taking
                            ? "[{\"service_request_id\": \"SBC-%06d\"}]".formatted(reports.size())
                            : "[{\"code\": 400, \"description\": \"We take nothing of the kind\"}]")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(taking ? 201 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** What is entered as the address of the end point. */
    String endPoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/open311";
    }

    /** What it was sent, field by field, in its order. */
    List<Map<String, String>> reports() {
        return reports;
    }

    /** From now on it refuses whatever it is sent. */
    void refuses() {
        taking = false;
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
