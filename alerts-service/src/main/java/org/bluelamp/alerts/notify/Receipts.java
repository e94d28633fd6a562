package org.bluelamp.alerts.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.bluelamp.alerts.bounce.Bounces;
import org.springframework.stereotype.Service;

/** What Notify tells of a message after it took it ("Delivery receipts" of its documentation). */
@Service
public class Receipts {

    private static final String BEARER = "Bearer ";

    private final byte[] key;
    private final Bounces bounces;

    Receipts(NotifySettings settings, Bounces bounces) {
        this.key = settings.callbackKey().getBytes(StandardCharsets.UTF_8);
        this.bounces = bounces;
    }

    /** Whether it is Notify who calls. Nobody is without a key. */
    public boolean isFromNotify(String authorization) {
        return key.length > 0
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        key, authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes one receipt.
     *
     * @param delivery what we gave Notify as a reference
     * @param status as Notify words it; one that is not known changes nothing
     * @return whether it is dealt with; else Notify is to tell again later
     */
    public boolean take(UUID delivery, String status) {
        return switch (status) {
            case "delivered" -> bounces.arrived(delivery);
            case "permanent-failure" -> {
                bounces.bounced(delivery);
                yield true;
            }
            case "temporary-failure", "technical-failure" -> {
                bounces.failed(delivery, "notify: " + status);
                yield true;
            }
            default -> true;
        };
    }
}
