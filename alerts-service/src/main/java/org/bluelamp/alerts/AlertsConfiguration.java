package org.bluelamp.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.bluelamp.alerts.invitation.VoiceCodes;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.link.SignedLinks;
import org.bluelamp.alerts.mail.MailServerSettings;
import org.bluelamp.alerts.mail.MailServers;
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

    /** The key that has been there longest, so that a new one in front of it changes no code that is on its way. */
    @Bean
    VoiceCodes voiceCodes(AlertsSettings settings) {
        return new VoiceCodes(settings.linkKeys().getLast());
    }

    @Bean
    AlertLinks alertLinks(SignedLinks links, @Value("${bluelamp.public-url}") URI publicUrl, Clock clock) {
        return new AlertLinks(links, publicUrl, clock);
    }

    /** The first server, which is used while it answers as it should. */
    @Bean
    SmtpServer smtpServer(JavaMailSenderImpl sender, AlertsSettings settings, MailServerSettings servers, Clock clock) {
        return new SmtpServer(sender, settings.mailFrom(), servers.idle(), clock);
    }

    @Bean
    MailServers mailServers(
            SmtpServer first,
            JavaMailSenderImpl sender,
            AlertsSettings settings,
            MailServerSettings servers,
            Clock clock,
            MeterRegistry meters) {
        var all = new LinkedHashMap<String, SmtpServer>();
        all.put("first", first);
        if (!servers.secondHost().isEmpty()) {
            all.put("second", new SmtpServer(second(sender, servers), settings.mailFrom(), servers.idle(), clock));
        }
        return new MailServers(all, servers, meters);
    }

    /** The same timeouts and encryption as the first. */
    private static JavaMailSenderImpl second(JavaMailSenderImpl first, MailServerSettings servers) {
        var second = new JavaMailSenderImpl();
        second.setHost(servers.secondHost());
        second.setPort(servers.secondPort());
        second.setUsername(servers.secondUsername());
        second.setPassword(servers.secondPassword());
        second.setJavaMailProperties(first.getJavaMailProperties());
        return second;
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
