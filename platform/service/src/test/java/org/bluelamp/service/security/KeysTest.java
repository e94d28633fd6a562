package org.bluelamp.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void keys_once_fetched_outlast_an_outage_of_who_issues_them() throws Exception {
        JWKSet published = new JWKSet(new RSAKeyGenerator(2048).keyID("first").generate());
        byte[] answer = published.toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        issuer.start();
        JWKSource<SecurityContext> keys = Keys.at(
                URI.create("http://127.0.0.1:" + issuer.getAddress().getPort()).toURL(),
                Duration.ofMillis(200),
                Duration.ofMillis(20));
        assertThat(found(keys)).hasSize(1);

        issuer.stop(0);

        for (int minute = 0; minute < 5; minute++) {
            Thread.sleep(250);
            assertThat(found(keys)).extracting(JWK::getKeyID).containsExactly("first");
        }
    }

    @Test
    void without_keys_ever_fetched_there_are_none() throws Exception {
        JWKSource<SecurityContext> keys =
                Keys.at(URI.create("http://127.0.0.1:1/").toURL());

        assertThatThrownBy(() -> found(keys)).isInstanceOf(KeySourceException.class);
    }

    private static List<JWK> found(JWKSource<SecurityContext> keys) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID("first").build()), null);
    }
}
