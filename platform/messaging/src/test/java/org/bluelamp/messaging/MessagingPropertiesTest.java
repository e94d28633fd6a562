package org.bluelamp.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class MessagingPropertiesTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void what_is_set_when_nothing_is_said_is_right() {
        service.run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "batch=0, batch must be at least 1",
        "poll=0s, poll must be longer than nothing",
        "lease=10s, lease must be longer than confirm-timeout",
        "last-retry=10ms, last-retry must not be shorter than first-retry",
        "keep-handled=0s, keep-handled must be longer than nothing"
    })
    void a_service_with_a_setting_that_cannot_be_meant_does_not_start_and_says_which(String setting, String message) {
        service.withPropertyValues("bluelamp.messaging." + setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MessagingProperties.class)
    static class Settings {}
}
