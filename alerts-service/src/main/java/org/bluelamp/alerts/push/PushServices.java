package org.bluelamp.alerts.push;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bluelamp.alerts.channel.HttpCalls;
import org.bluelamp.alerts.channel.Line;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.channel.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The push services of browsers (RFC 8030), each behind a breaker of its own. A message goes to each device of a person;
 * it is sent when one service took it. A device that its service no longer knows is forgotten. What a service refuses
 * (400 to 499) when it is asked again is refused for good, but 429; the device stays, for the fault may be ours.
 */
final class PushServices implements Provider<List<Device>, PushMessage> {

    private static final Logger log = LoggerFactory.getLogger(PushServices.class);

    /** What is urgent now is not worth a notification later. */
    private static final Duration KEPT = Duration.ofHours(6);

    private static final int TOO_MANY = 429;

    private final HttpCalls http;
    private final Vapid vapid;
    private final Consumer<UUID> gone;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(8)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(4)
            .build());

    /** @param gone is told of a device that is no more */
    PushServices(PushSettings settings, Consumer<UUID> gone, JsonMapper json, Clock clock) {
        this.http = new HttpCalls(settings.patience());
        this.vapid = new Vapid(settings);
        this.gone = gone;
        this.json = json;
        this.clock = clock;
    }

    /** Our public key as browsers want it. */
    String publicKey() {
        return vapid.publicKey();
    }

    @Override
    public Line<List<Device>, PushMessage> connect() {
        return new Line<>() {
            @Override
            public void send(UUID delivery, List<Device> devices, PushMessage message) throws NotAccepted {
                sendToAll(devices, message, false);
            }

            @Override
            public void sendAgain(UUID delivery, List<Device> devices, PushMessage message) throws NotAccepted {
                sendToAll(devices, message, true);
            }

            @Override
            public void close() {}
        };
    }

    private void sendToAll(List<Device> devices, PushMessage message, boolean again) throws NotAccepted {
        var body = json.writeValueAsBytes(message);
        NotAccepted why = NotAccepted.forGood("push: no device");
        var sent = false;
        for (var device : devices) {
            try {
                send(device, body, again);
                sent = true;
            } catch (NotAccepted refusal) {
                if (!refusal.isForGood() || why.isForGood()) {
                    why = refusal;
                }
            }
        }
        if (!sent) {
            throw why;
        }
    }

    private void send(Device device, byte[] message, boolean again) throws NotAccepted {
        var breaker = breakers.circuitBreaker(String.valueOf(device.endpoint().getHost()));
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException away) {
            throw NotAccepted.patience("push: service away");
        }
        var begin = System.nanoTime();
        int status;
        try {
            status = http.answer(request(device, message)).statusCode();
        } catch (NotAccepted silent) {
            breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, silent);
            throw NotAccepted.patience(silent.code());
        } catch (IllegalArgumentException badKey) {
            breaker.releasePermission();
            gone.accept(device.id());
            throw NotAccepted.forGood("push: bad key");
        }
        judge(device, status, again, breaker, System.nanoTime() - begin);
    }

    private void judge(Device device, int status, boolean again, CircuitBreaker breaker, long nanos)
            throws NotAccepted {
        var code = "push " + status;
        if (status >= 500) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(code));
            throw NotAccepted.patience(code);
        }
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        switch (status) {
            case 200, 201, 202 -> {}
            case 404, 410 -> {
                gone.accept(device.id());
                throw NotAccepted.forGood(code);
            }
            case 413 -> throw NotAccepted.forGood(code);
            default -> {
                // Whatever it is, it is about this device: people add them, and can add what no service knows.
                log.warn("A push service did not take a notification: {}", status);
                throw again && status >= 400 && status != TOO_MANY
                        ? NotAccepted.forGood(code)
                        : NotAccepted.patience(code);
            }
        }
    }

    private HttpRequest request(Device device, byte[] message) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return HttpRequest.newBuilder(device.endpoint())
                .header("Authorization", vapid.authorization(device.endpoint(), clock.instant()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", String.valueOf(KEPT.toSeconds()))
                .header("Urgency", "high")
                .POST(BodyPublishers.ofByteArray(
                        Encryption.encrypt(message, device.key(), device.secret(), Encryption.fresh(), salt)))
                .build();
    }

    @Override
    public void closeAll() {
        http.close();
    }
}
