package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/news", "/cookies", "/have-your-say", "/nowhere", "/staff"})
    void every_answer_tells_the_browser_to_run_nothing_but_our_files(String path) throws Exception {
        HttpHeaders headers = send(to(path)).headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/news", "/alerts/sign-up", "/cookies", "/privacy", "/accessibility", "/leave", "/nowhere"})
    void who_reads_gets_no_cookie(String path) throws Exception {
        assertThat(send(to(path)).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void signing_out_may_lead_to_keycloak() throws Exception {
        assertThat(send(to("/news")).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).containsPattern("form-action 'self' http://[^/;]+;"));
    }
}
