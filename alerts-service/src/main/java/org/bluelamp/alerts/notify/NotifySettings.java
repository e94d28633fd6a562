package org.bluelamp.alerts.notify;

import java.net.URI;
import java.time.Duration;
import org.bluelamp.alerts.channel.ProviderSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How GOV.UK Notify is used. Its templates hold nothing but the places for what we write: an email template has the
 * subject {@code ((subject))} and the text {@code ((body))}, a text message template the text {@code ((message))}.
 *
 * @param url where it answers
 * @param key its API key, {@code name-service-secret}; empty when Notify is not used
 * @param emailTemplate the template for emails; empty when Notify sends none of ours
 * @param textTemplate the template for text messages; empty when there are none
 * @param callbackKey the bearer token that Notify calls us back with, 32 characters or more; empty when it does not
 * @param patience how long we wait for a whole answer
 * @param perSecond how many emails and how many text messages a second each process hands over at most; Notify takes 3,000
 *     a minute from a service
 * @param slowAfter from when on an answer counts as slow
 * @param away how long it is left alone when it does not answer
 */
@ConfigurationProperties("bluelamp.alerts.notify")
public record NotifySettings(
        @DefaultValue("https://api.notifications.service.gov.uk")
        URI url,

        @DefaultValue("") String key,
        @DefaultValue("") String emailTemplate,
        @DefaultValue("") String textTemplate,
        @DefaultValue("") String callbackKey,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("20") int perSecond,
        @DefaultValue("5s") Duration slowAfter,
        @DefaultValue("10s") Duration away) {

    public NotifySettings {
        if (!callbackKey.isEmpty() && callbackKey.length() < 32) {
            throw new IllegalArgumentException("NOTIFY_CALLBACK_KEY needs 32 characters or more");
        }
        if (key.isEmpty() && !(emailTemplate.isEmpty() && textTemplate.isEmpty())) {
            throw new IllegalArgumentException("NOTIFY_EMAIL_TEMPLATE and NOTIFY_TEXT_TEMPLATE need a NOTIFY_KEY");
        }
    }

    /** Whether Notify is to take emails. */
    public boolean takesMail() {
        return !emailTemplate.isEmpty();
    }

    /** Whether Notify is to take text messages. */
    public boolean takesTexts() {
        return !textTemplate.isEmpty();
    }

    /** What the breakers and the buckets of each kind of message are made of. */
    public ProviderSettings asProviders() {
        return new ProviderSettings(perSecond, slowAfter, away);
    }

    /** Says no key. */
    @Override
    public String toString() {
        return "NotifySettings[url=" + url + "]";
    }
}
