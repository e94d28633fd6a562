package org.bluelamp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {

    /** The example of the reference libraries of Standard Webhooks. */
    @Test
    void it_signs_as_the_standard_says() {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void each_secret_is_another_one_of_32_bytes_and_shows_in_no_log() {
        Secret secret = Secret.fresh();
        assertThat(secret).isNotEqualTo(Secret.fresh());
        assertThat(Base64.getDecoder().decode(secret.text().substring("whsec_".length())))
                .hasSize(32);
        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}
