package org.bluelamp.directory.area;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialAccountTest {

    @ParameterizedTest
    @CsvSource({
        "facebook, Facebook",
        "twitter, X (Twitter)",
        "youtube, YouTube",
        "whatsapp, WhatsApp",
        "tiktok, TikTok",
        "linkedin, LinkedIn",
        "instagram, Instagram",
        "nextdoor, Nextdoor",
        "'', ''",
    })
    void a_network_is_called_as_it_calls_itself(String network, String name) {
        assertThat(new SocialAccount(network, "@x", "https://example.org/").networkName())
                .isEqualTo(name);
    }
}
