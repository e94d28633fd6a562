package org.bluelamp.alerts.alert.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.bluelamp.alerts.alert.Alert;
import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.alert.AlertId;
import org.bluelamp.alerts.alert.ApprovalNeededException;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Issued;
import org.bluelamp.alerts.alert.Message;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.alert.StaleAlertException;
import org.bluelamp.alerts.alert.Unsent;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.error.Problem;
import org.bluelamp.web.error.RefusedRequest;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The desk for the force's own programs, such as a control room's: by the rules of the pages, on the version that was
 * read. A person's token decides what may be done, and the second person is a person here too.
 */
@RestController
@RequestMapping("/api/v1/alerts/desk")
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.APPROVER})
@Tag(name = "Alert desk")
class AlertDeskApi {

    private final AlertDesk desk;
    private final AlertReader reader;

    AlertDeskApi(AlertDesk desk, AlertReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /**
     * What an alert is to say; the lists are those of CAP 1.2 in small letters.
     *
     * @param areas whom it is for, by their codes; left out with a circle or corners
     * @param overspill false to leave out who follows a wider area only
     * @param worthSendingHours 1, 3, 6, 12 or 24; left out to go by the urgency
     * @param everybody true to say that ground in all neighbourhoods is meant
     * @param poll what it asks its readers
     */
    record AlertText(
            @Nullable String headline,
            @Nullable String description,
            @Nullable String instruction,
            @Nullable String category,
            @Nullable String severity,
            @Nullable String urgency,
            @Nullable String certainty,
            @Nullable List<String> areas,
            @Nullable Circle circle,
            @Nullable List<Corner> corners,
            @Nullable Boolean overspill,
            @Nullable String sender,
            @Nullable Instant expiresAt,
            @Nullable Integer worthSendingHours,
            @Nullable List<LinkText> links,
            @Nullable Boolean everybody,
            @Nullable PollText poll) {

        AlertForm form() {
            return new AlertForm(
                    headline,
                    description,
                    instruction,
                    category,
                    severity,
                    urgency,
                    certainty,
                    circle != null ? AlertForm.CIRCLE : corners != null ? AlertForm.DRAWN : AlertForm.AREAS,
                    areas,
                    corners == null ? null : corners.stream().map(Corner::text).collect(Collectors.joining("\n")),
                    circle == null ? null : new Corner(circle.latitude(), circle.longitude()).text(),
                    circle == null ? null : String.valueOf(circle.metres()),
                    Boolean.FALSE.equals(overspill) ? "yes" : "",
                    sender,
                    expiresAt == null ? null : DateBoxes.of(LondonTime.date(expiresAt)),
                    expiresAt == null
                            ? null
                            : LondonTime.clock(expiresAt.atZone(LondonTime.ZONE).toLocalTime()),
                    worthSendingHours == null ? null : worthSendingHours.toString(),
                    links == null ? null : links.stream().map(LinkText::line).collect(Collectors.joining("\n")),
                    Boolean.TRUE.equals(everybody) ? "yes" : "",
                    poll == null ? null : poll.question(),
                    poll == null ? null : poll.survey());
        }
    }

    record Circle(double latitude, double longitude, int metres) {}

    record Corner(double latitude, double longitude) {

        String text() {
            return String.format(Locale.ROOT, "%.6f, %.6f", latitude, longitude);
        }
    }

    record LinkText(@Nullable String title, @Nullable String url) {

        String line() {
            return (title + " " + url).replaceAll("\\s+", " ");
        }
    }

    /**
     * A question with its survey.
     *
     * @param survey the path of the survey on this site, below {@code /have-your-say}
     */
    record PollText(@Nullable String question, @Nullable String survey) {}

    /** Why something is done. */
    record Reason(@Nullable String reason) {

        String given() {
            if (reason == null || Content.lines(reason).isEmpty()) {
                throw new RefusedRequest(HttpStatus.BAD_REQUEST, "reason", "Say why");
            }
            if (Content.length(Content.lines(reason)) > Message.REASON_LIMIT) {
                throw new RefusedRequest(
                        HttpStatus.BAD_REQUEST, "reason", "At most " + Message.REASON_LIMIT + " characters fit");
            }
            return reason;
        }
    }

    /**
     * An alert as the desk has it.
     *
     * @param reach how many people it would reach now, or an update of it
     * @param needs {@code alone}, {@code second-person} or {@code approver}: who has to agree to that many
     * @param updateWaits whether an update waits for a second person
     */
    record DeskAlert(
            UUID id,
            String reference,
            long version,
            String state,
            String headline,
            List<String> areas,
            Instant expiresAt,
            String writer,
            String changedBy,
            Instant changedAt,
            int reach,
            String needs,
            boolean updateWaits) {}

    @PostMapping
    @Operation(summary = "Begin an alert as a draft")
    @ApiResponse(responseCode = "201", description = "The draft, with its address and version")
    @ApiResponse(responseCode = "400", description = "The problem names each field and what is wrong")
    ResponseEntity<DeskAlert> write(StaffMember who, @RequestBody AlertText text) {
        var draft = desk.write(who, AlertId.next(), checked(who, text, null));
        return ResponseEntity.created(URI.create("/api/v1/alerts/desk/" + draft.id()))
                .eTag(tag(draft))
                .body(shown(draft));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One alert in any state, and how many people it reaches")
    ResponseEntity<DeskAlert> one(StaffMember who, @PathVariable UUID id) {
        return answer(desk.open(who, new AlertId(id)));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change the words of a draft, or update a live alert",
            description =
                    "An update goes to those who got the alert, or waits for a second person where they are many.")
    @ApiResponse(responseCode = "412", description = "Somebody changed it since the version in If-Match")
    ResponseEntity<DeskAlert> change(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody AlertText text) {
        var before = desk.open(who, new AlertId(id));
        var live = before instanceof Issued issued ? issued : null;
        var content = checked(who, text, live);
        return deed(
                version,
                on -> live == null
                        ? desk.rewrite(who, new AlertId(id), on, content)
                        : desk.update(who, new AlertId(id), on, content));
    }

    @PostMapping("/{id}/submit")
    @Operation(summary = "Give a draft to a second person")
    ResponseEntity<DeskAlert> submit(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> desk.submit(who, new AlertId(id), on));
    }

    @PostMapping("/{id}/send-back")
    @Operation(summary = "Give an alert back to who wrote it")
    ResponseEntity<DeskAlert> sendBack(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> desk.sendBack(who, new AlertId(id), on));
    }

    @PostMapping("/{id}/send")
    @Operation(summary = "Send an alert")
    @ApiResponse(responseCode = "403", description = "A second person has to do it, or you have no right in its areas")
    ResponseEntity<DeskAlert> send(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> desk.issue(who, new AlertId(id), on));
    }

    @PostMapping("/{id}/approve-update")
    @Operation(summary = "Send an update that another person wrote")
    ResponseEntity<DeskAlert> approveUpdate(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> desk.approveUpdate(who, new AlertId(id), on));
    }

    @PostMapping("/{id}/drop-update")
    @Operation(summary = "Throw away an update that waits")
    ResponseEntity<DeskAlert> dropUpdate(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> desk.dropUpdate(who, new AlertId(id), on));
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Call a live alert back, for a reason that readers are told")
    ResponseEntity<DeskAlert> cancel(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Reason why) {
        var reason = why.given();
        return deed(version, on -> desk.cancel(who, new AlertId(id), on, reason));
    }

    private Content checked(StaffMember who, AlertText text, @Nullable Issued updating) {
        var form = text.form();
        var errors = new BeanPropertyBindingResult(form, "alert");
        return reader.read(who, form, updating, errors)
                .orElseThrow(() -> new RefusedRequest(
                        HttpStatus.BAD_REQUEST,
                        "The alert cannot be kept as it is",
                        errors.getFieldErrors().stream()
                                .map(AlertDeskApi::problem)
                                .toList()));
    }

    private static Problem problem(FieldError error) {
        var field = switch (error.getField()) {
            case "expires", "expiresTime" -> "expiresAt";
            case "centre", "radius" -> "circle";
            case "until" -> "worthSendingHours";
            default -> error.getField();
        };
        return new Problem(field, String.valueOf(error.getDefaultMessage()));
    }

    private ResponseEntity<DeskAlert> deed(@Nullable String version, LongFunction<Alert> deed) {
        try {
            return answer(deed.apply(version(version)));
        } catch (StaleAlertException stale) {
            throw new RefusedRequest(
                    HttpStatus.PRECONDITION_FAILED,
                    "If-Match",
                    "Somebody changed the alert since, or its state does not allow this; read it again");
        } catch (ApprovalNeededException alone) {
            throw new RefusedRequest(HttpStatus.FORBIDDEN, "state", alone.reason());
        } catch (IllegalArgumentException unfit) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "alert", String.valueOf(unfit.getMessage()));
        }
    }

    private static long version(@Nullable String tag) {
        if (tag == null) {
            throw new RefusedRequest(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "If-Match",
                    "Send the version that you read, as its ETag says it");
        }
        var number = tag.replaceFirst("^W/", "").replace("\"", "");
        if (!number.matches("[0-9]{1,18}")) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "If-Match", "This is no version of an alert");
        }
        return Long.parseLong(number);
    }

    private ResponseEntity<DeskAlert> answer(Alert alert) {
        return ResponseEntity.ok().eTag(tag(alert)).body(shown(alert));
    }

    private DeskAlert shown(Alert alert) {
        var content = alert.content();
        var reach = switch (alert) {
            case Unsent _ -> desk.estimate(content).reach();
            case Sent sent -> desk.receivers(sent);
        };
        return new DeskAlert(
                alert.id().value(),
                alert.reference().value(),
                alert.version(),
                alert.state().code(),
                content.headline(),
                content.target().areas().stream().map(AreaCode::value).toList(),
                content.expires(),
                alert.provenance().writer().name(),
                alert.provenance().changedBy().name(),
                alert.provenance().changedAt(),
                reach,
                desk.needed(content.target(), reach)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'),
                alert instanceof Issued issued && issued.proposal().isPresent());
    }

    private static String tag(Alert alert) {
        return "\"" + alert.version() + "\"";
    }
}
