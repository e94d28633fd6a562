package org.bluelamp.alerts.subscription.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.subscription.SignUp;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing up for machines: the same rules as the form. */
@RestController
@PublicEndpoint
@RequestMapping("/api/v1/alerts/sign-ups")
@Tag(name = "Sign-up")
class SignUpApi {

    private final SignUps signUps;
    private final Areas areas;

    SignUpApi(SignUps signUps, Areas areas) {
        this.signUps = signUps;
        this.areas = areas;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask that an address follow an area",
            description = "A mail goes to the address; only its owner can confirm, by a button behind the link in it. "
                    + "The answer is the same whether or not the address is known.")
    Answer signUp(@RequestBody Asked asked) {
        var faults = new ArrayList<Map<String, String>>();
        var address = MailAddress.parse(asked.address() == null ? "" : asked.address());
        if (address.isEmpty()) {
            faults.add(Map.of("field", "address", "reason", "is not a mail address"));
        }
        var area = known(asked.area() == null ? "" : asked.area());
        if (area.isEmpty()) {
            faults.add(Map.of("field", "area", "reason", "is not the code of an area"));
        }
        if (!faults.isEmpty()) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNPROCESSABLE_ENTITY, "Some fields cannot be used as they are.");
            problem.setProperty("errors", List.copyOf(faults));
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
        }
        signUps.request(address.orElseThrow(), area.orElseThrow().code(), SignUp.Source.API);
        return new Answer("If mail can be sent to the address, a mail is on its way to it.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ErrorResponseException fault) {
        return ResponseEntity.status(fault.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(fault.getBody());
    }

    private Optional<Area> known(String code) {
        try {
            return areas.find(new AreaCode(code));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    /**
     * A sign-up.
     *
     * @param address a mail address
     * @param area the code of an area
     */
    record Asked(@Nullable String address, @Nullable String area) {

        /** Keeps the address out of logs. */
        @Override
        public String toString() {
            return "Asked[" + area + "]";
        }
    }

    /** What happens next, in a sentence. */
    record Answer(String message) {}
}
