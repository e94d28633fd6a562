package org.bluelamp.alerts.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.junit.jupiter.api.Test;

/** A force without a provider of text messages. */
class TextsNotOfferedTest extends AlertsTest {

    @Test
    void where_nobody_takes_text_messages_none_are_offered() {
        var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        assertThat(browser.get(person.manage()).html().text()).doesNotContain("Text messages");
        assertThat(browser.get(person.manage() + "/texts").status()).isEqualTo(404);
        assertThat(browser.post(person.manage() + "/texts/number", Map.of("number", "07700 900123"))
                        .status())
                .isEqualTo(404);
    }
}
