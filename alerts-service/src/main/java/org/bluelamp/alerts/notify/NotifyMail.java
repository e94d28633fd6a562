package org.bluelamp.alerts.notify;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.channel.Line;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.channel.Provider;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.contact.MailAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Emails by way of Notify, as plain text that Notify puts into a design of its own. The one-click way off a list goes
 * with them; other headers Notify does not take.
 */
public final class NotifyMail implements Provider<MailAddress, Mail> {

    private static final String UNSUBSCRIBE = "List-Unsubscribe";

    private final NotifyApi api;
    private final String template;

    public NotifyMail(NotifySettings settings, JsonMapper json, Clock clock) {
        this.api = new NotifyApi(settings, json, clock);
        this.template = settings.emailTemplate();
    }

    @Override
    public Line<MailAddress, Mail> connect() {
        return new Line<>() {
            @Override
            public void send(UUID delivery, MailAddress to, Mail mail) throws NotAccepted {
                api.send("email", delivery, fields(to, mail));
            }

            @Override
            public void sendAgain(UUID delivery, MailAddress to, Mail mail) throws NotAccepted {
                if (!api.has(delivery)) {
                    send(delivery, to, mail);
                }
            }

            @Override
            public void close() {}
        };
    }

    private Map<String, Object> fields(MailAddress to, Mail mail) {
        var fields = new HashMap<String, Object>();
        fields.put("email_address", to.value());
        fields.put("template_id", template);
        fields.put("personalisation", Map.of("subject", mail.subject(), "body", mail.text()));
        var unsubscribe = mail.headers().get(UNSUBSCRIBE);
        if (unsubscribe != null) {
            fields.put("one_click_unsubscribe_url", unsubscribe.replaceAll("[<>]", ""));
        }
        return fields;
    }

    @Override
    public void closeAll() {
        api.close();
    }
}
