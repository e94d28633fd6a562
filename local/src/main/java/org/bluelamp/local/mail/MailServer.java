package org.bluelamp.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Serves the caught mails: as pages for people and as JSON for tests. */
final class MailServer {

    private static final Pattern MAIL = Pattern.compile("/mails/([0-9]{1,18})(/html|/source)?");

    /** Our pages have one style and no script; a mail's HTML may have images in it and styles, and nothing from afar. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";

    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                    + "img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final MailStore store;
    private final JsonMapper json = JsonMapper.builder().build();

    MailServer(MailStore store) {
        this.store = store;
    }

    HttpServer listen(String address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /" -> page(MailPages.list(store.to(parameter(exchange, "to")), parameter(exchange, "to")));
            case "GET /style.css" -> new Answer(200, "text/css", PAGE_POLICY, MailPages.STYLE);
            case "GET /api/mails" -> json(store.to(parameter(exchange, "to")));
            case "DELETE /api/mails" -> {
                store.clear();
                yield json(List.of());
            }
            default -> exchange.getRequestMethod().equals("GET") ? mail(path) : notFound();
        };
    }

    private Answer mail(String path) {
        Matcher matcher = MAIL.matcher(path);
        if (!matcher.matches()) {
            return notFound();
        }
        Optional<MailStore.Caught> found = store.find(Long.parseLong(matcher.group(1)));
        String view = matcher.group(2) == null ? "" : matcher.group(2);
        return found.map(caught -> switch (view) {
                    case "/html" ->
                        new Answer(
                                200,
                                "text/html",
                                MAIL_POLICY,
                                MailPages.framed(caught.mail().html()));
                    case "/source" -> new Answer(200, "text/plain", PAGE_POLICY, caught.source());
                    default -> page(MailPages.mail(caught.mail()));
                })
                .orElseGet(MailServer::notFound);
    }

    private Answer json(List<Mail> mails) {
        return new Answer(200, "application/json", PAGE_POLICY, json.writeValueAsString(mails));
    }

    private static Answer page(String html) {
        return new Answer(200, "text/html", PAGE_POLICY, html);
    }

    private static Answer notFound() {
        return new Answer(404, "text/html", PAGE_POLICY, MailPages.notFound());
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? ""
                : Stream.of(query.split("&"))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)
                                .strip())
                        .findFirst()
                        .orElse("");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", answer.policy());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private record Answer(int status, String type, String policy, String body) {}
}
