package org.bluelamp.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedPathTest {

    @Test
    void the_secret_part_of_a_link_is_masked_and_what_follows_it_stays_readable() {
        assertThat(LoggedPath.of("/alerts/manage/abc/areas")).isEqualTo("/alerts/manage/{token}/areas");
        assertThat(LoggedPath.of("/alerts/confirm/abc")).isEqualTo("/alerts/confirm/{token}");
        assertThat(LoggedPath.of("/alerts/unsubscribe/abc")).isEqualTo("/alerts/unsubscribe/{token}");
        assertThat(LoggedPath.of("/have-your-say/my-message/abc/sent"))
                .isEqualTo("/have-your-say/my-message/{token}/sent");
        assertThat(LoggedPath.of("/alerts/sign-up")).isEqualTo("/alerts/sign-up");
    }

    @Test
    void a_path_stays_on_its_line_and_short() {
        assertThat(LoggedPath.of("/news/two\nlines")).isEqualTo("/news/two?lines");
        assertThat(LoggedPath.of("/" + "x".repeat(500))).hasSize(203);
    }

    @Test
    void a_long_token_is_masked_before_anything_is_cut_off() {
        assertThat(LoggedPath.of("/alerts/manage/" + "t".repeat(500) + "/areas"))
                .isEqualTo("/alerts/manage/{token}/areas");
    }
}
