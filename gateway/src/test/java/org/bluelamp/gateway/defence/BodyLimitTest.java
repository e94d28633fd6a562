package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({"application/json, 300000, 300000", "multipart/form-data; boundary=cut, 27300000, 300000"})
    void a_body_that_is_too_long_reaches_no_service_whether_it_says_so_or_comes_in_chunks(
            String type, int declared, int inChunks) throws Exception {
        int before = NEWS.count();

        // Only the length is sent, for whoever refuses does not wait for the rest.
        assertThat(statusOfRaw("POST /api/v1/news/articles HTTP/1.1\r\nHost: " + host() + "\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + declared + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(send(to("/api/v1/news/articles")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[inChunks]))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(NEWS.count()).isEqualTo(before);
    }

    @Test
    void a_large_form_with_parts_reaches_only_what_takes_files() throws Exception {
        String form = " HTTP/1.1\r\nHost: " + host()
                + "\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 300000\r\n\r\n";
        assertThat(statusOfRaw("POST /find" + form)).startsWith("HTTP/1.1 413");
        assertThat(statusOfRaw("POST /news/a/useful" + form)).startsWith("HTTP/1.1 413");
        // Taken in, and then told to sign in: the rest is not waited for.
        assertThat(statusOfRaw("POST /staff/news/pictures" + form)).doesNotStartWith("HTTP/1.1 413");
        assertThat(statusOfRaw("POST /a%25zz" + form)).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_short_body_in_chunks_reaches_the_service_as_it_came() throws Exception {
        byte[] body = "{\"title\":\"Zürich\"}".getBytes(StandardCharsets.UTF_8);

        send(to("/api/v1/news/articles")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(NEWS.last().body()).isEqualTo("{\"title\":\"Zürich\"}");
    }
}
