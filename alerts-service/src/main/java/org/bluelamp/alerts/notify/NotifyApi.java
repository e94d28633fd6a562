package org.bluelamp.alerts.notify;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.channel.HttpCalls;
import org.bluelamp.alerts.channel.NotAccepted;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notify's API, as far as we use it: hand over a message, and ask whether one was handed over. Called without its own
 * client, which cannot be told how long to wait (ADR 201). What it answers is sorted into what is about the person, about
 * the message and about us; its words may repeat an address and are not kept.
 */
final class NotifyApi implements AutoCloseable {

    private final URI url;
    private final NotifyKey key;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpCalls http;

    NotifyApi(NotifySettings settings, JsonMapper json, Clock clock) {
        this.url = settings.url();
        this.key = new NotifyKey(settings.key());
        this.json = json;
        this.clock = clock;
        this.http = new HttpCalls(settings.patience());
    }

    /**
     * Hands over a message.
     *
     * @param kind {@code email} or {@code sms}
     * @param fields what Notify wants for that kind
     * @throws NotAccepted when it was not taken
     */
    void send(String kind, UUID reference, Map<String, Object> fields) throws NotAccepted {
        var body = new HashMap<>(fields);
        body.put("reference", reference.toString());
        var answer = http.answer(request("/v2/notifications/" + kind)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
        if (answer.statusCode() != 201) {
            throw refusal(answer);
        }
    }

    /**
     * Whether a message of that reference was handed over before.
     *
     * @throws NotAccepted when that cannot be told
     */
    boolean has(UUID reference) throws NotAccepted {
        var answer = http.answer(
                request("/v2/notifications?reference=" + reference).GET().build());
        if (answer.statusCode() != 200) {
            throw refusal(answer);
        }
        try {
            var found = json.readValue(answer.body(), Found.class).notifications();
            return found != null && !found.isEmpty();
        } catch (JacksonException notJson) {
            throw NotAccepted.away("notify: not to be understood");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + key.token(clock.instant()));
    }

    /** By the errors that Notify's documentation lists for both kinds of message. */
    private NotAccepted refusal(HttpResponse<String> answer) {
        var status = answer.statusCode();
        var code = "notify " + status;
        if (status >= 500 || status == 401 || status == 403) {
            // It does not work, or does not know us: nothing else will be taken either.
            return NotAccepted.away(code);
        }
        if (status == 429) {
            return NotAccepted.patience(code);
        }
        if (status != 400) {
            return NotAccepted.forNow(code);
        }
        for (var error : errors(answer.body())) {
            var message = error.message() == null ? "" : error.message();
            if ("ValidationError".equals(error.error())
                    && message.matches("(?s)(email_address|phone_number) .*")
                    && !message.endsWith("is a required property")) {
                return NotAccepted.address(code);
            }
            if (message.contains("character count greater than") || message.contains("cannot be longer than")) {
                return NotAccepted.forGood(code);
            }
        }
        // A template that is wrong, or a service on trial, is a fault of ours and costs nobody their message.
        return NotAccepted.forNow(code);
    }

    private List<Fault> errors(String body) {
        try {
            var errors = json.readValue(body, Faults.class).errors();
            return errors == null ? List.of() : errors;
        } catch (JacksonException notJson) {
            return List.of();
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private record Found(@Nullable List<Object> notifications) {}

    private record Faults(@Nullable List<Fault> errors) {}

    private record Fault(@Nullable String error, @Nullable String message) {}
}
