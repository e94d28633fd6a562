package org.bluelamp.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.Set;
import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AccessLogTest extends GatewayTest {

    @Test
    void the_secret_part_of_a_link_in_a_mail_is_not_written_down(CapturedOutput output) throws Exception {
        send(to("/alerts/manage/s3cr3t-token?code=s3cr3t-code"));

        // The line is written when the answer is already on its way.
        await().untilAsserted(() -> assertThat(output).contains("GET /alerts/manage/{token} 200"));
        assertThat(output).doesNotContain("s3cr3t");
    }

    @Test
    void a_request_is_followed_into_the_service_under_our_number_and_not_the_callers(CapturedOutput output)
            throws Exception {
        send(to("/news/followed")
                .header("traceparent", "00-11111111111111111111111111111111-2222222222222222-01")
                .header("tracestate", "theirs=1")
                .header("baggage", "theirs=1"));

        assertThat(NEWS.last().header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                .doesNotContain("1111111111111111");
        assertThat(NEWS.last().header("tracestate")).isEmpty();
        assertThat(NEWS.last().header("baggage")).isEmpty();
        String trace = NEWS.last().header("traceparent").substring(3, 35);
        await().untilAsserted(() ->
                assertThat(output.getOut()).containsPattern("GET /news/followed 200 \\d+ms trace=" + trace));
    }

    @Test
    void services_write_down_some_requests_and_not_all_of_them() throws Exception {
        Set<String> decisions = new HashSet<>();
        for (int reader = 0; reader < 100; reader++) {
            send(to("/news"));
            decisions.add(NEWS.last().header("traceparent").substring(53));
        }

        assertThat(decisions).contains("00");
    }
}
