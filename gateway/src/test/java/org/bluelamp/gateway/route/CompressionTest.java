package org.bluelamp.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompressionTest extends GatewayTest {

    @Test
    void a_page_with_a_weak_tag_is_compressed() throws Exception {
        DIRECTORY.answer(Map.of("Content-Type", "text/html;charset=utf-8", "ETag", "W/\"1\""), "long ".repeat(2000));

        HttpResponse<String> answer = send(to("/your-area/compressed").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"1\"");
    }

    @AfterEach
    void as_usual() {
        DIRECTORY.answerAsUsual();
    }
}
