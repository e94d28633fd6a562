package org.bluelamp.alerts.subscription.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.subscriber.MailAddress;
import org.bluelamp.alerts.subscription.SignUp;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.Problem;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
        var faults = new ArrayList<Problem>();
        var address = MailAddress.parse(asked.address() == null ? "" : asked.address());
        if (address.isEmpty()) {
            faults.add(new Problem("address", "is not a mail address"));
        }
        var area = known(asked.area() == null ? "" : asked.area());
        if (area.isEmpty()) {
            faults.add(new Problem("area", "is not the code of an area"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT, "Some fields cannot be used as they are.", faults);
        }
        signUps.request(address.orElseThrow(), area.orElseThrow().code(), SignUp.Source.API);
        return new Answer("If mail can be sent to the address, a mail is on its way to it.");
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
