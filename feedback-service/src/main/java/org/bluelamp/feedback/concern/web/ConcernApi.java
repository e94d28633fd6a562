package org.bluelamp.feedback.concern.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.web.Neighbourhoods;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Concerns;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Draft.Faulty;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.concern.Submission;
import org.bluelamp.feedback.photo.Photos;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.submission.web.IdempotencyKey;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.area.AreaCode;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Concerns for programs: the same rules as the pages. */
@RestController
@RequestMapping(path = "/api/v1/feedback", produces = "application/json")
@Tag(name = "Concerns", description = "What residents want their neighbourhood policing team to work on")
class ConcernApi {

    private final Neighbourhoods neighbourhoods;
    private final PinPages maps;
    private final Themes themes;
    private final Supports supports;
    private final Photos photos;
    private final Intake intake;
    private final Desk desk;

    ConcernApi(
            Neighbourhoods neighbourhoods,
            PinPages maps,
            Themes themes,
            Supports supports,
            Photos photos,
            Intake intake,
            Desk desk) {
        this.neighbourhoods = neighbourhoods;
        this.maps = maps;
        this.themes = themes;
        this.supports = supports;
        this.photos = photos;
        this.intake = intake;
        this.desk = desk;
    }

    /**
     * A place on the map.
     *
     * @param lat degrees north, WGS84
     * @param lng degrees east, WGS84
     */
    record Place(@Nullable Double lat, @Nullable Double lng) {

        static @Nullable Place of(@Nullable Pin pin) {
            return pin == null ? null : new Place(pin.lat(), pin.lng());
        }

        /** The place on earth; empty when it is none. */
        Optional<Pin> pin() {
            try {
                return lat == null || lng == null ? Optional.empty() : Optional.of(new Pin(lat, lng));
            } catch (IllegalArgumentException nowhere) {
                return Optional.empty();
            }
        }

        /** Does not say where, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "Place";
        }
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
     * @param pin where on the map, in the neighbourhood; may be left out
     * @param supports code of what it means as well, as {@code GET said} has it; may be left out
     */
    record NewConcern(
            @Nullable String area,
            @Nullable List<@Nullable String> themes,
            @Nullable String text,
            @Nullable String place,
            @Nullable String times,
            @Nullable String effect,
            @Nullable Place pin,
            @Nullable String supports) {

        Draft draft(AreaCode code, @Nullable Pin marked) {
            List<String> chosen = themes == null
                    ? List.of()
                    : themes.stream().map(NewConcern::or).toList();
            return new Draft(code, chosen, or(text), or(place), or(times), or(effect), marked);
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
            int unconfirmedSupporters,
            @Nullable Place pin,
            boolean photo) {

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
                    concern.backing().unconfirmed(),
                    Place.of(concern.pin()),
                    concern.photo());
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
    ResponseEntity<Received> raise(@RequestHeader(IdempotencyKey.HEADER) String key, @RequestBody NewConcern concern) {
        return raise(IdempotencyKey.read(key), concern, null);
    }

    @PostMapping(path = "/concerns", consumes = "multipart/form-data")
    @PublicEndpoint
    @Operation(
            summary = "Raises a concern with a photo, once per Idempotency-Key",
            description =
                    "The part concern is JSON. The photo is a JPEG, PNG or WebP of 8 MB at most; it is painted anew,"
                            + " so that nothing of the file is kept but what is seen. When too many are being sent at the moment,"
                            + " it is refused with 503.")
    ResponseEntity<Received> raiseWithPhoto(
            @RequestHeader(IdempotencyKey.HEADER) String key,
            @RequestPart("concern") NewConcern concern,
            @RequestPart(name = "photo", required = false) @Nullable MultipartFile photo) {
        return raise(IdempotencyKey.read(key), concern, photo == null || photo.isEmpty() ? null : photo);
    }

    private ResponseEntity<Received> raise(SubmissionKey key, NewConcern concern, @Nullable MultipartFile photo) {
        Area area = neighbourhoods.require(concern.area());
        List<Problem> faults = new ArrayList<>();
        Pin pin = null;
        Place place = concern.pin();
        if (place != null) {
            pin = place.pin().filter(here -> maps.takes(area, here)).orElse(null);
            if (pin == null) {
                faults.add(new Problem("pin", "Send a place in " + area.name() + ", or leave it out"));
            }
        }
        Cause cause = null;
        String supported = concern.supports();
        if (supported != null) {
            cause = Cause.read(supported)
                    .filter(read -> supports.find(area.code(), read).isPresent())
                    .orElse(null);
            if (cause == null) {
                faults.add(new Problem(
                        "supports",
                        "Send the code of something that can be supported in " + area.name() + ", or leave it out"));
            }
        }
        return switch (concern.draft(area.code(), pin).check(themes.offered())) {
            case InOrder(var submission)
            when faults.isEmpty() -> {
                Intake.Receipt receipt = take(submission, key, cause, photo);
                yield ResponseEntity.created(URI.create("/api/v1/feedback/concerns/" + receipt.reference()))
                        .body(new Received(
                                receipt.reference().value(), area.code().value(), receipt.receivedAt()));
            }
            case InOrder _ -> throw faulty(faults);
            case Faulty(var parts) ->
                throw faulty(Stream.concat(
                                parts.stream()
                                        .map(fault -> new Problem(fault.part().field(), fault.message())),
                                faults.stream())
                        .toList());
        };
    }

    private static RefusedRequest faulty(List<Problem> faults) {
        return new RefusedRequest(
                HttpStatus.UNPROCESSABLE_CONTENT, faults.getFirst().reason(), faults);
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

    private Intake.Receipt take(
            Submission submission, SubmissionKey key, @Nullable Cause cause, @Nullable MultipartFile photo) {
        String content = cause == null && photo == null
                ? ""
                : SubmissionKey.digest(cause == null ? "" : cause.code(), photo == null ? "" : digest(photo));
        // A photo waits under the key as one of a form waits under its token; what is held already needs no painting.
        String waits = key.digest();
        if (photo != null && !intake.held(key)) {
            photos.keep(waits, photo).ifPresent(refusal -> {
                throw new RefusedRequest(
                        refusal.busy() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT,
                        "photo",
                        refusal.reason());
            });
        }
        try {
            Intake.Receipt receipt =
                    intake.take(submission, key, new Intake.Beside(cause, photo == null ? null : waits, content));
            // Of two that were sent at the same moment one has nothing to give its photo to.
            photos.leaveOut(waits);
            return receipt;
        } catch (Intake.KeyUsedTwice e) {
            photos.leaveOut(waits);
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    IdempotencyKey.HEADER,
                    "The key was used before for another concern. Send a new one");
        }
    }

    private static String digest(MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return SubmissionKey.digest(in);
        } catch (IOException e) {
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT, "photo", "The photo did not arrive whole. Send it again");
        }
    }
}
