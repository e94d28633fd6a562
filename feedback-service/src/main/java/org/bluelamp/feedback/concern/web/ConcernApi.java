package org.bluelamp.feedback.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Concerns;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Draft.Faulty;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.concern.Submission;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.error.Problem;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Concerns for programs: the same rules as the pages. */
@RestController
@RequestMapping(path = "/api/v1/feedback", produces = "application/json")
@Tag(name = "Concerns", description = "What residents want their neighbourhood policing team to work on")
class ConcernApi {

    private static final int LONGEST_KEY = 200;

    private final Areas areas;
    private final Themes themes;
    private final Intake intake;
    private final Desk desk;

    ConcernApi(Areas areas, Themes themes, Intake intake, Desk desk) {
        this.areas = areas;
        this.themes = themes;
        this.intake = intake;
        this.desk = desk;
    }

    /**
     * A concern as it is sent.
     *
     * @param area code of the neighbourhood, for example {@code hertfordshire/stevenage/stevenage-north}
     * @param themes codes of themes, at least one
     * @param text what is happening
     * @param place where; may be left out
     * @param times when; may be left out
     * @param effect {@code a-lot}, {@code some}, {@code a-little} or {@code noticed}
     */
    record NewConcern(
            @Nullable String area,
            @Nullable List<@Nullable String> themes,
            @Nullable String text,
            @Nullable String place,
            @Nullable String times,
            @Nullable String effect) {

        Draft draft(AreaCode code) {
            List<String> chosen = themes == null
                    ? List.of()
                    : themes.stream().map(NewConcern::or).toList();
            return new Draft(code, chosen, or(text), or(place), or(times), or(effect));
        }

        private static String or(@Nullable String value) {
            return value == null ? "" : value;
        }

        /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "NewConcern";
        }
    }

    /** That a concern is kept. */
    record Received(String reference, String area, Instant receivedAt) {}

    /** A concern for staff. */
    record StaffConcern(
            String reference,
            String area,
            String areaName,
            List<String> themes,
            String text,
            String place,
            String times,
            String effect,
            String state,
            boolean setAside,
            Instant receivedAt,
            int supporters,
            int unconfirmedSupporters) {

        static StaffConcern of(Concern concern) {
            return new StaffConcern(
                    concern.reference().value(),
                    concern.area().value(),
                    concern.areaName(),
                    concern.themes(),
                    concern.text(),
                    concern.place(),
                    concern.times(),
                    concern.effect().code(),
                    concern.state().word(),
                    concern.setAside() != null,
                    concern.receivedAt(),
                    concern.backing().confirmed(),
                    concern.backing().unconfirmed());
        }
    }

    /** A page of concerns for staff. */
    record StaffConcerns(List<StaffConcern> concerns, int page, int pages, int total) {}

    @GetMapping("/themes")
    @PublicEndpoint
    @Operation(summary = "What a concern can be about")
    List<Theme> themes() {
        return themes.offered();
    }

    @PostMapping(path = "/concerns", consumes = "application/json")
    @PublicEndpoint
    @Operation(
            summary = "Raises a concern, once per Idempotency-Key",
            description = "Sending it again with the same key answers as the first time. The same key with another"
                    + " concern is refused with 422.")
    ResponseEntity<Received> raise(@RequestHeader("Idempotency-Key") String key, @RequestBody NewConcern concern) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "Idempotency-Key",
                    "Send a key of 1 to " + LONGEST_KEY + " characters, a new one for each concern");
        }
        AreaCode area = neighbourhood(concern.area());
        return switch (concern.draft(area).check(themes.offered())) {
            case Faulty(var faults) ->
                throw new RefusedRequest(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        faults.getFirst().message(),
                        faults.stream()
                                .map(fault -> new Problem(fault.part().field(), fault.message()))
                                .toList());
            case InOrder(var submission) -> {
                Intake.Receipt receipt = take(submission, key);
                yield ResponseEntity.created(URI.create("/api/v1/feedback/concerns/" + receipt.reference()))
                        .body(new Received(receipt.reference().value(), area.value(), receipt.receivedAt()));
            }
        };
    }

    @GetMapping("/concerns")
    @StaffEndpoint({Role.OFFICER, Role.SERGEANT})
    @SecurityRequirement(name = "staff")
    @Operation(
            summary = "The concerns of one's areas, newest first",
            description = "For officers and sergeants. With order=supported those that most people support come first.")
    StaffConcerns concerns(StaffMember staff, @ParameterObject StaffFilter filter) {
        Concerns.Found found = desk.list(
                staff,
                filter.areaCode(),
                filter.themeCode(),
                filter.onlyState(),
                filter.setAside(),
                filter.supported(),
                filter.pageNumber());
        return new StaffConcerns(
                found.concerns().stream().map(StaffConcern::of).toList(), found.number(), found.pages(), found.total());
    }

    @GetMapping("/concerns/{reference}")
    @StaffEndpoint({Role.OFFICER, Role.SERGEANT})
    @SecurityRequirement(name = "staff")
    @Operation(summary = "One concern of one's areas", description = "For officers and sergeants.")
    StaffConcern concern(StaffMember staff, @PathVariable String reference) {
        return Reference.read(reference)
                .flatMap(known -> desk.concern(staff, known))
                .map(StaffConcern::of)
                .orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, "reference", "There is no such concern"));
    }

    private Intake.Receipt take(Submission submission, String key) {
        try {
            return intake.take(submission, SubmissionKey.ofClient(key));
        } catch (Intake.KeyUsedTwice e) {
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Idempotency-Key",
                    "The key was used before for another concern. Send a new one");
        }
    }

    private AreaCode neighbourhood(@Nullable String code) {
        try {
            if (code != null) {
                AreaCode area = new AreaCode(code);
                if (areas.area(area)
                        .filter(known -> known.kind() == AreaKind.NEIGHBOURHOOD)
                        .isPresent()) {
                    return area;
                }
            }
        } catch (IllegalArgumentException e) {
            // not even the shape of a code: the same as one nobody knows
        }
        throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, "area", "Send the code of a neighbourhood");
    }
}
