package org.bluelamp.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.alerts.invitation.VoiceCodes;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.link.SignedLinks;
import org.bluelamp.alerts.mail.Dkim;
import org.bluelamp.alerts.mail.DkimSettings;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailServerSettings;
import org.bluelamp.alerts.mail.MailServers;
import org.bluelamp.alerts.mail.SmtpServer;
import org.bluelamp.alerts.notify.NotifyMail;
import org.bluelamp.alerts.notify.NotifySettings;
import org.bluelamp.alerts.notify.NotifyTexts;
import org.bluelamp.alerts.sms.SmsChannel;
import org.bluelamp.alerts.sms.TextWriter;
import org.bluelamp.alerts.subscriber.AddressVault;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.messaging.EventDispatcher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

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
    SmtpServer smtpServer(
            JavaMailSenderImpl sender,
            AlertsSettings settings,
            MailServerSettings servers,
            DkimSettings dkim,
            Clock clock) {
        return server(sender, settings, servers, dkim, clock);
    }

    private static SmtpServer server(
            JavaMailSenderImpl sender,
            AlertsSettings settings,
            MailServerSettings servers,
            DkimSettings dkim,
            Clock clock) {
        var from = settings.mailFrom();
        var signing = Dkim.of(dkim, SmtpServer.domain(from)).orElse(null);
        return new SmtpServer(sender, from, servers.comeBackTo(), servers.idle(), signing, clock);
    }

    /** The force's own servers first, then GOV.UK Notify; each where it is configured. */
    @Bean
    MailServers mailServers(
            SmtpServer first,
            JavaMailSenderImpl sender,
            AlertsSettings settings,
            MailServerSettings servers,
            DkimSettings dkim,
            NotifySettings notify,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        var all = new ArrayList<Providers.Named<MailAddress, Mail>>();
        if (!String.valueOf(sender.getHost()).isBlank()) {
            all.add(new Providers.Named<>("first", first, servers.asProviders()));
        }
        if (!servers.secondHost().isEmpty()) {
            all.add(new Providers.Named<>(
                    "second", server(second(sender, servers), settings, servers, dkim, clock), servers.asProviders()));
        }
        if (notify.takesMail()) {
            all.add(new Providers.Named<>("notify-email", new NotifyMail(notify, json, clock), notify.asProviders()));
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Mail needs an SMTP_HOST or a NOTIFY_EMAIL_TEMPLATE");
        }
        return new MailServers(all, meters);
    }

    /** Text messages, where GOV.UK Notify has a template for them. */
    @Bean
    @ConditionalOnExpression("!'${bluelamp.alerts.notify.text-template:}'.isBlank()")
    SmsChannel smsChannel(
            NotifySettings notify,
            List<TextWriter> writers,
            AddressVault vault,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        var texts = new NotifyTexts(notify, json, clock);
        return new SmsChannel(
                new Providers<>(List.of(new Providers.Named<>("notify-text", texts, notify.asProviders())), meters),
                writers,
                vault);
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
