package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
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
        for (BodyPublisher sent : List.of(
                BodyPublishers.ofByteArray(new byte[declared]),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[inChunks])))) {
            HttpResponse<String> answer = send(
                    to("/api/v1/news/articles").header("Content-Type", type).POST(sent));

            assertThat(answer.statusCode()).isEqualTo(413);
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
