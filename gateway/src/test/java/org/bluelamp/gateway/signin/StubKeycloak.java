package org.bluelamp.gateway.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The back channel of a realm: keys and tokens. Who signs in and how long a token lasts is set by the test. */
final class StubKeycloak {

    private final HttpServer server;
    private final RSAKey key;
    private final List<String> grants = new CopyOnWriteArrayList<>();

    volatile String nonce = "";
    volatile String role = "editor";
    volatile Duration accessTokenLife = Duration.ofMinutes(5);
    volatile boolean sessionEnded;

    StubKeycloak() {
        try {
            key = new RSAKeyGenerator(2048).keyID("stub").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/realms/bluelamp/protocol/openid-connect/certs",
                exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/realms/bluelamp/protocol/openid-connect/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/bluelamp";
    }

    /** The bodies of the requests for tokens, in order. */
    List<String> grants() {
        return grants;
    }

    private void token(HttpExchange exchange) throws IOException {
        String grant = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        grants.add(grant);
        if (sessionEnded && grant.contains("refresh_token")) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Session not active\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token":"access-%d","token_type":"Bearer","expires_in":%d,"refresh_token":"refresh-%d",
                 "id_token":"%s"}
                """.formatted(grants.size(), accessTokenLife.toSeconds(), grants.size(), idToken()));
    }

    private String idToken() {
        Instant now = Instant.now();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stub").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject("erin")
                            .audience("gateway")
                            .claim("azp", "gateway")
                            .claim("nonce", nonce)
                            .claim("name", "Erin Vale")
                            .claim("realm_access", Map.of("roles", List.of(role)))
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(300)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
