package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

class BodyLimitTest extends GatewayTest {

    @Test
    void a_body_that_is_too_long_reaches_no_service_whether_it_says_so_or_comes_in_chunks() throws Exception {
        int before = NEWS.count();
        byte[] body = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("application/json", "multipart/form-data; boundary=cut")) {
            for (BodyPublisher sent : List.of(
                    BodyPublishers.ofByteArray(body),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
                HttpResponse<String> answer = send(
                        to("/api/v1/news/articles").header("Content-Type", type).POST(sent));

                assertThat(answer.statusCode()).as(type).isEqualTo(413);
            }
        }
        assertThat(NEWS.count()).isEqualTo(before);
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
