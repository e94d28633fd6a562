package org.bluelamp.gateway.defence;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluelamp.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteDefenceTest extends GatewayTest {

    private static final String FORM = "/alerts/sign-up";

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void a_form_of_our_own_pages_passes(String site) throws Exception {
        assertThat(send(form(FORM, "a=b").header("Sec-Fetch-Site", site)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void a_form_of_another_site_is_refused_and_does_not_reach_the_service(String site) throws Exception {
        int before = ALERTS.count();

        assertThat(send(form(FORM, "a=b").header("Sec-Fetch-Site", site)).statusCode())
                .isEqualTo(403);
        assertThat(ALERTS.count()).isEqualTo(before);
    }

    @Test
    void an_older_browser_shows_by_its_origin_that_it_comes_from_us() throws Exception {
        assertThat(send(form(FORM, "a=b").header("Origin", "http://" + host())).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://localhost.evil.example", "not an origin"})
    void an_origin_that_is_not_ours_is_refused(String origin) throws Exception {
        assertThat(send(form(FORM, "a=b").header("Origin", origin)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void where_a_browser_says_both_the_stricter_counts() throws Exception {
        assertThat(send(form(FORM, "a=b").header("Sec-Fetch-Site", "cross-site").header("Origin", "http://" + host()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_mail_program_may_unsubscribe_in_one_click() throws Exception {
        assertThat(send(form("/alerts/unsubscribe/abc", "List-Unsubscribe=One-Click"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_a_word_of_where_it_comes_from_nothing_is_done_in_the_name_of_staff() throws Exception {
        assertThat(send(form(FORM, "a=b").header("Cookie", likelySession())).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_link_from_another_site_may_be_followed() throws Exception {
        assertThat(send(to("/news").header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(200);
    }
}
