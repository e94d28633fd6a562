package org.bluelamp.alerts.subscription.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.alerts.preference.Preferences;
import org.bluelamp.alerts.preference.Topic;
import org.bluelamp.alerts.subscription.SignUp;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.Problem;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final OwnPlaces places;
    private final ProofCheck proofs;

    SignUpApi(SignUps signUps, Areas areas, OwnPlaces places, ProofCheck proofs) {
        this.signUps = signUps;
        this.areas = areas;
        this.places = places;
        this.proofs = proofs;
    }

    @GetMapping("/challenge")
    @Operation(
            summary = "Work for a sign-up",
            description =
                    "While very many sign-ups come, those without a proof of work may be answered with 429. A proof is"
                            + " a decimal number with which SHA-256 of challenge, line feed, address, line feed and number begins"
                            + " with so many zero bits. A challenge is good for a day; each address needs a proof of its own.")
    Challenge challenge() {
        return new Challenge(proofs.challenge(), proofs.bits());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask that an address follow an area, or a place of its owner's own",
            description =
                    "A place gets the alerts that touch it and nothing else; of the choices only the least severity"
                            + " counts then. An email goes to the address; only its owner can confirm, by a button behind the link in"
                            + " it. The answer is the same whether or not the address is known.")
    Answer signUp(@RequestBody Asked asked) {
        var faults = new ArrayList<Problem>();
        var address = MailAddress.parse(asked.address() == null ? "" : asked.address());
        if (address.isEmpty()) {
            faults.add(new Problem("address", "is not an email address"));
        }
        if (address.filter(signUps::isDisposable).isPresent()) {
            faults.add(new Problem("address", "is of a mailbox that is thrown away after a while"));
        }
        var place = asked.place();
        var area = known(asked.area() == null ? "" : asked.area());
        if (place == null && area.isEmpty()) {
            faults.add(new Problem("area", "is not the code of an area"));
        }
        if (place != null && asked.area() != null) {
            faults.add(new Problem("place", "cannot be asked for together with an area"));
        }
        var own = Optional.ofNullable(place).flatMap(Place::read);
        if (place != null && own.filter(places::liesHere).isEmpty()) {
            faults.add(
                    new Problem("place", "is not a point in the force's area with one of the radii " + OwnPlace.RADII));
        }
        var preferences = asked.preferences();
        if (preferences.isEmpty()) {
            faults.add(new Problem("frequency, topics, leastSeverity", "are not choices that there are"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT, "Some fields cannot be used as they are.", faults);
        }
        var worth = proofs.of(asked.challenge(), asked.address(), asked.proof());
        if (worth == ProofCheck.Worth.HELD_BACK) {
            throw new RefusedRequest(
                    HttpStatus.TOO_MANY_REQUESTS,
                    ProofCheck.HELD_BACK,
                    List.of(new Problem("proof", "is missing or does not fit")));
        }
        var proven = worth == ProofCheck.Worth.PROVEN;
        if (own.isPresent()) {
            signUps.request(
                    address.orElseThrow(),
                    own.get(),
                    preferences.orElseThrow().leastSeverity(),
                    SignUp.Source.API,
                    proven);
        } else {
            signUps.request(
                    address.orElseThrow(),
                    area.orElseThrow().code(),
                    preferences.orElseThrow(),
                    SignUp.Source.API,
                    proven);
        }
        return new Answer("If email can be sent to the address, an email is on its way to it.");
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
     * @param address an email address
     * @param area the code of an area
     * @param place a place of the owner's own, instead of an area
     * @param frequency {@code at-once}, {@code daily} or {@code weekly}; at once when it is missing
     * @param topics codes of topics; every topic when they are missing
     * @param leastSeverity {@code minor}, {@code moderate}, {@code severe} or {@code extreme}; minor when it is missing
     * @param challenge what was worked with, where that is asked
     * @param proof what was found
     */
    record Asked(
            @Nullable String address,
            @Nullable String area,
            @Nullable Place place,
            @Nullable String frequency,
            @Nullable List<String> topics,
            @Nullable String leastSeverity,
            @Nullable String challenge,
            @Nullable String proof) {

        Optional<Preferences> preferences() {
            var all = Preferences.EVERYTHING;
            return Preferences.of(
                    frequency == null ? all.frequency().code() : frequency,
                    topics == null ? all.inOrder().stream().map(Topic::code).toList() : topics,
                    leastSeverity == null ? all.leastSeverity().code() : leastSeverity);
        }

        /** Keeps the address out of logs. */
        @Override
        public String toString() {
            return "Asked[" + area + "]";
        }
    }

    /**
     * A circle. Its middle is rounded before it is kept.
     *
     * @param latitude in degrees
     * @param longitude in degrees
     * @param metres the radius: 100, 250, 500, 1000, 2000 or 5000
     */
    record Place(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer metres) {

        Optional<OwnPlace> read() {
            return latitude == null
                            || longitude == null
                            || Math.abs(latitude) > 85
                            || Math.abs(longitude) > 180
                            || metres == null
                            || !OwnPlace.RADII.contains(metres)
                    ? Optional.empty()
                    : Optional.of(OwnPlace.around(latitude, longitude, metres));
        }

        /** Keeps where somebody may live out of logs. */
        @Override
        public String toString() {
            return "Place[not shown]";
        }
    }

    /**
     * What a program can work with.
     *
     * @param challenge the beginning of what is hashed
     * @param bits how many leading bits of the hash must be zero
     */
    record Challenge(String challenge, int bits) {}

    /** What happens next, in a sentence. */
    record Answer(String message) {}
}
