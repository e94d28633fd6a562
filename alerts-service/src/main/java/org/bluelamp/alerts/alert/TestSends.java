package org.bluelamp.alerts.alert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.StaffPost;
import org.bluelamp.alerts.push.Devices;
import org.bluelamp.alerts.push.PushMessage;
import org.bluelamp.alerts.sms.Mobiles;
import org.bluelamp.alerts.sms.TextMessage;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows an alert as the email and the text message it will be, and sends that email to a colleague's own mailbox and to nobody else. */
@Component
public class TestSends {

    private final AlertMail mails;
    private final AlertText texts;
    private final Mobiles mobiles;
    private final AlertPush pushes;
    private final Devices devices;
    private final StaffPost post;
    private final Settings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    TestSends(
            AlertMail mails,
            AlertText texts,
            Mobiles mobiles,
            AlertPush pushes,
            Devices devices,
            StaffPost post,
            Settings settings,
            AuditTrail audit,
            TransactionTemplate transactions) {
        this.mails = mails;
        this.texts = texts;
        this.mobiles = mobiles;
        this.pushes = pushes;
        this.devices = devices;
        this.post = post;
        this.settings = settings;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The email that people would get. */
    public Mail preview(Alert alert) {
        return mails.preview(alert);
    }

    /** The text message that people would get; empty when none is sent. */
    public Optional<TextMessage> textPreview(Alert alert) {
        return mobiles.offered() && alert.content().urgency() == Urgency.IMMEDIATE
                ? Optional.of(texts.text(alert))
                : Optional.empty();
    }

    /** The notification that browsers would show; empty when none are told. */
    public Optional<PushMessage> notificationPreview(Alert alert) {
        return devices.publicKey().map(key -> pushes.message(alert));
    }

    /** Whether tests can be sent at all. */
    public boolean possible() {
        return !settings.allowed().isEmpty();
    }

    /** Whether tests may go to that address. */
    public boolean allows(MailAddress address) {
        var plain = address.value().toLowerCase(Locale.ROOT);
        return settings.allowed().stream()
                .map(one -> one.toLowerCase(Locale.ROOT))
                .anyMatch(one -> one.startsWith("@") ? plain.endsWith(one) : plain.equals(one));
    }

    /**
     * Sends the email, marked as a test.
     *
     * @throws NotAccepted when the mail server does not take it
     * @throws IllegalArgumentException when the address is not allowed
     */
    public void send(StaffMember who, Alert alert, MailAddress address) throws NotAccepted {
        if (!allows(address)) {
            throw new IllegalArgumentException("Tests do not go to that address");
        }
        var mail = preview(alert);
        post.send(
                UUID.randomUUID(),
                address,
                new Mail(mail.senderName(), "[Test] " + mail.subject(), mail.text(), mail.html(), mail.headers()));
        transactions.executeWithoutResult(
                status -> audit.record(who, "alert.tested", alert.reference().value(), ""));
    }

    /**
     * Where tests may go.
     *
     * @param allowed whole addresses, or {@code @} and a domain; none at first
     */
    @ConfigurationProperties("bluelamp.alerts.test-sends")
    public record Settings(@DefaultValue List<String> allowed) {}
}
