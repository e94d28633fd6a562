package org.bluelamp.alerts.notify.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.notify.Receipts;
import org.bluelamp.alerts.sms.Mobiles;
import org.bluelamp.contact.MobileNumber;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where GOV.UK Notify calls back, with the bearer token that it was given. The gateway hands that on under a name of its
 * own, since {@code Authorization} is what staff are known by.
 */
@RestController
@PublicEndpoint
@RequestMapping("/api/v1/alerts/callbacks/notify")
@Tag(name = "Callbacks")
class NotifyCallbacks {

    private static final String KEY = "Callback-Authorization";

    private final Receipts receipts;
    private final Mobiles mobiles;
    private final JsonMapper json;

    NotifyCallbacks(Receipts receipts, Mobiles mobiles, JsonMapper json) {
        this.receipts = receipts;
        this.mobiles = mobiles;
        this.json = json;
    }

    @PostMapping("/receipts")
    @Operation(
            summary = "Take a delivery receipt of GOV.UK Notify",
            description = "With the bearer token that Notify was given. Telling again changes nothing; what is in hand"
                    + " at this moment is answered with 503, so that Notify tells again later.")
    ResponseEntity<Void> receipt(
            @RequestBody byte[] body, @RequestHeader(name = KEY, defaultValue = "") String authorization) {
        require(authorization);
        var receipt = read(body, Receipt.class);
        var done = delivery(receipt.reference())
                .map(delivery -> receipts.take(delivery, receipt.status() == null ? "" : receipt.status()))
                .orElse(true);
        return ResponseEntity.status(done ? HttpStatus.NO_CONTENT : HttpStatus.SERVICE_UNAVAILABLE)
                .build();
    }

    @PostMapping("/texts")
    @Operation(
            summary = "Take a text message that GOV.UK Notify received for us",
            description =
                    "With the bearer token that Notify was given. One that says STOP ends the texts to its number;"
                            + " others are not kept.")
    ResponseEntity<Void> text(
            @RequestBody byte[] body, @RequestHeader(name = KEY, defaultValue = "") String authorization) {
        require(authorization);
        var text = read(body, Text.class);
        var words = text.message() == null ? "" : text.message();
        MobileNumber.parse(text.sourceNumber() == null ? "" : text.sourceNumber())
                .ifPresent(number -> mobiles.answered(number, words));
        return ResponseEntity.noContent().build();
    }

    private void require(String authorization) {
        if (!receipts.isFromNotify(authorization)) {
            throw new RefusedRequest(HttpStatus.UNAUTHORIZED, "Authorization", "This is not the key that we gave out.");
        }
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JacksonException notOne) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "body", "The body is not what Notify sends.");
        }
    }

    private static Optional<UUID> delivery(@Nullable String reference) {
        try {
            return reference == null ? Optional.empty() : Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** The fields of a received text that we use. */
    record Text(
            @JsonProperty("source_number") @Nullable String sourceNumber,
            @Nullable String message) {}

    /** The fields of a receipt that we use. */
    record Receipt(@Nullable String reference, @Nullable String status) {}
}
