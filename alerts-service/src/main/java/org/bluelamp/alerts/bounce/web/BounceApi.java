package org.bluelamp.alerts.bounce.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.bounce.Bounces;
import org.bluelamp.alerts.bounce.MessageIds;
import org.bluelamp.alerts.bounce.Signature;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where mail providers, or what reads their mailbox of bounces, report. Open to the signature and to nobody else. */
@RestController
@PublicEndpoint
@RequestMapping("/api/v1/alerts/bounces")
@Tag(name = "Bounces")
class BounceApi {

    private final Signature signature;
    private final Bounces bounces;
    private final JsonMapper json;

    BounceApi(Signature signature, Bounces bounces, JsonMapper json) {
        this.signature = signature;
        this.bounces = bounces;
        this.json = json;
    }

    @PostMapping
    @Operation(
            summary = "Report emails that came back or were complained of",
            description =
                    "Signed by the header Bluelamp-Signature: t=SECONDS,v1=HMAC, the HMAC-SHA256 in hex of"
                            + " \"SECONDS.BODY\". A bounce that is not permanent changes nothing. Reporting again changes nothing.")
    Answer report(
            @RequestBody byte[] body, @RequestHeader(name = "Bluelamp-Signature", defaultValue = "") String signed) {
        if (!signature.isOf(body, signed)) {
            throw new RefusedRequest(
                    HttpStatus.UNAUTHORIZED, "Bluelamp-Signature", "This report is not signed by us, or too old.");
        }
        var known = 0;
        for (var report : read(body)) {
            var delivery = MessageIds.delivery(report.messageId());
            if (delivery.isPresent() && apply(report, delivery.get())) {
                known++;
            }
        }
        return new Answer(known);
    }

    private boolean apply(Report report, UUID delivery) {
        return switch (report.kind() == null ? "" : report.kind()) {
            case "bounce" -> report.permanent() && bounces.bounced(delivery);
            case "complaint" -> bounces.complained(delivery);
            default ->
                throw new RefusedRequest(
                        HttpStatus.UNPROCESSABLE_CONTENT, "kind", "A report is of a bounce or a complaint.");
        };
    }

    private List<Report> read(byte[] body) {
        try {
            var reports = json.readValue(body, Reports.class).reports();
            return reports == null ? List.of() : reports;
        } catch (JacksonException notReports) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "reports", "The body is not a list of reports.");
        }
    }

    /** Several reports at once. */
    record Reports(@Nullable List<Report> reports) {}

    /**
     * One report.
     *
     * @param messageId the email's Message-ID
     * @param kind {@code bounce} or {@code complaint}
     * @param permanent whether a bounce is for good
     */
    record Report(@Nullable String messageId, @Nullable String kind, boolean permanent) {}

    /**
     * What became of them.
     *
     * @param applied how many were of emails of ours and to be acted on
     */
    record Answer(int applied) {}
}
