package org.bluelamp.feedback.support.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.web.Neighbourhoods;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.submission.web.IdempotencyKey;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.feedback.support.Given;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.feedback.support.Supporting;
import org.bluelamp.feedback.support.Supports;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.Problem;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What neighbours have said, for programs, and supporting it with a code: the same rules as the pages. */
@RestController
@PublicEndpoint
@RequestMapping(path = "/api/v1/feedback", produces = "application/json")
@Tag(name = "Support", description = "What neighbours have said, as staff have let it out, and who means the same")
class SupportApi {

    private static final int LAST_PAGE = 10_000;

    private final Neighbourhoods neighbourhoods;
    private final Supports supports;
    private final Supporting supporting;

    SupportApi(Neighbourhoods neighbourhoods, Supports supports, Supporting supporting) {
        this.neighbourhoods = neighbourhoods;
        this.supports = supports;
        this.supporting = supporting;
    }

    /**
     * What everybody may read and support.
     *
     * @param code by which it is supported
     * @param words as everybody may read them
     * @param since the day on which it was let out, or became a priority
     * @param supporters how many people with a code support it, each once
     * @param unconfirmedSupporters how many wrote the same without a code
     */
    record Thing(String code, String words, LocalDate since, int supporters, int unconfirmedSupporters) {

        static Thing of(Said said) {
            return new Thing(
                    said.cause().code(),
                    said.words(),
                    said.since(),
                    said.backing().confirmed(),
                    said.backing().unconfirmed());
        }
    }

    /**
     * A page of what neighbours have said.
     *
     * @param area code of the neighbourhood
     * @param priorities what the team works on; empty on later pages
     * @param concerns the concerns of this page
     * @param page from 1
     * @param more whether there is another page
     */
    record Things(String area, List<Thing> priorities, List<Thing> concerns, int page, boolean more) {}

    /**
     * Support as it is sent.
     *
     * @param area code of the neighbourhood
     * @param supports code of what is supported
     * @param code a code of the neighbourhood's open round
     */
    record NewSupport(
            @Nullable String area,
            @Nullable String supports,
            @Nullable String code) {

        /** Says nothing of the code, for who knows it can use it. */
        @Override
        public String toString() {
            return "NewSupport";
        }
    }

    @GetMapping("/said")
    @Operation(
            summary = "What neighbours have said and can be supported",
            description = "Newest first, or with order=supported those that most people with a code support.")
    ResponseEntity<Things> said(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "1") int page) {
        Area here = neighbourhoods.require(area);
        int number = Math.clamp(page, 1, LAST_PAGE);
        List<Said> found = supports.concerns(here.code(), order.equals("supported"), number);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(new Things(
                        here.code().value(),
                        number > 1
                                ? List.of()
                                : supports.priorities(here.code()).stream()
                                        .map(Thing::of)
                                        .toList(),
                        found.stream().limit(Supports.PAGE).map(Thing::of).toList(),
                        number,
                        found.size() > Supports.PAGE));
    }

    @PostMapping(path = "/supports", consumes = "application/json")
    @Operation(
            summary = "Supports something with a code of the open round, once per code and thing",
            description =
                    "Sending it again with the same Idempotency-Key answers as the first time. Who has no code sends"
                            + " a concern that supports it.")
    Thing support(@RequestHeader(IdempotencyKey.HEADER) String header, @RequestBody NewSupport support) {
        SubmissionKey key = IdempotencyKey.read(header);
        Area area = neighbourhoods.require(support.area);
        Cause cause = Cause.read(or(support.supports))
                .filter(read -> supports.find(area.code(), read).isPresent())
                .orElse(null);
        VoiceCode code = VoiceCode.read(or(support.code)).orElse(null);
        if (cause == null || code == null) {
            List<Problem> faults = new ArrayList<>();
            if (cause == null) {
                faults.add(
                        new Problem("supports", "Send the code of something that can be supported in " + area.name()));
            }
            if (code == null) {
                faults.add(new Problem("code", "Send a code in the form 7K3M-Q9TF-22VX"));
            }
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT, faults.getFirst().reason(), faults);
        }
        Given given = supporting.withCode(area.code(), cause, code, key.digest());
        return switch (given) {
            case COUNTED -> supports.find(area.code(), cause).map(Thing::of).orElseThrow(SupportApi::gone);
            case NOT_SHOWN -> throw gone();
            case UNKNOWN_CODE ->
                throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, "code", "This round has no such code");
            case USED_CODE ->
                throw new RefusedRequest(
                        HttpStatus.CONFLICT, "code", "This code has supported this already, and each counts once");
            case OTHER_CODE ->
                throw new RefusedRequest(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        IdempotencyKey.HEADER,
                        "The key was used before with another code. Send a new one");
            case NOT_OPEN ->
                throw new RefusedRequest(
                        HttpStatus.CONFLICT, "code", "The neighbourhood has no open round, so codes do not count");
        };
    }

    private static RefusedRequest gone() {
        return new RefusedRequest(HttpStatus.CONFLICT, "supports", "This can no longer be supported");
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }
}
