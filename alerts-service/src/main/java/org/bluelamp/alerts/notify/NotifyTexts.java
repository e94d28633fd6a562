package org.bluelamp.alerts.notify;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.channel.Line;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.channel.Provider;
import org.bluelamp.alerts.sms.TextMessage;
import org.bluelamp.contact.MobileNumber;
import tools.jackson.databind.json.JsonMapper;

/** Text messages by way of Notify. */
public final class NotifyTexts implements Provider<MobileNumber, TextMessage> {

    private final NotifyApi api;
    private final String template;

    public NotifyTexts(NotifySettings settings, JsonMapper json, Clock clock) {
        this.api = new NotifyApi(settings, json, clock);
        this.template = settings.textTemplate();
    }

    @Override
    public Line<MobileNumber, TextMessage> connect() {
        return new Line<>() {
            @Override
            public void send(UUID delivery, MobileNumber to, TextMessage text) throws NotAccepted {
                api.send(
                        "sms",
                        delivery,
                        Map.of(
                                "phone_number",
                                to.value(),
                                "template_id",
                                template,
                                "personalisation",
                                Map.of("message", text.text())));
            }

            @Override
            public void sendAgain(UUID delivery, MobileNumber to, TextMessage text) throws NotAccepted {
                if (!api.has(delivery)) {
                    send(delivery, to, text);
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void closeAll() {
        api.close();
    }
}
