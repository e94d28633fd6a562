package org.bluelamp.alerts;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.link.SignedLinks;
import org.bluelamp.alerts.mail.SmtpServer;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.messaging.EventDispatcher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.messaging.Message;

/** Puts the service's keys where they are used, and its queues to the dispatcher. */
@Configuration(proxyBeanMethods = false)
class AlertsConfiguration {

    @Bean
    AddressVault addressVault(AlertsSettings settings) {
        return new AddressVault(settings.addressKeys(), settings.addressHashKey());
    }

    @Bean
    SignedLinks signedLinks(AlertsSettings settings, Clock clock) {
        return new SignedLinks(settings.linkKeys(), clock);
    }

    @Bean
    AlertLinks alertLinks(SignedLinks links, @Value("${bluelamp.public-url}") URI publicUrl, Clock clock) {
        return new AlertLinks(links, publicUrl, clock);
    }

    @Bean
    SmtpServer smtpServer(JavaMailSenderImpl sender, AlertsSettings settings, Clock clock) {
        return new SmtpServer(sender, settings.mailFrom(), clock);
    }

    @Bean
    Consumer<Message<byte[]>> directoryEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }

    @Bean
    Consumer<Message<byte[]>> feedbackEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }

    @Bean
    Consumer<Message<byte[]>> newsEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }
}
