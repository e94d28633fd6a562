package org.bluelamp.feedback.concern.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bluelamp.feedback.cases.Reaching;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.Traps;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form as a browser sends it. The order is that of the page.
 *
 * @param themes codes of the themes ticked
 * @param text what is happening
 * @param place where
 * @param times when
 * @param photo a photo; null when none was sent with this request
 * @param withoutPhoto filled in to leave out the photo that was sent before
 * @param effect code of how much it affects the resident
 * @param mail a mail address for the answer
 * @param telephone a telephone number for the answer
 * @param lat degrees north of what was marked on the map; empty when nothing was
 * @param lng degrees east of it
 * @param choice code of the {@link Cause} that means the same, or {@value #OWN}
 * @param code a code of the round, for support with one
 * @param asked filled in when the choice was offered
 * @param step which button was pressed; empty for sending it
 * @param subject a field that people do not see; programs fill it in
 * @param opened when the form was first shown, in seconds since 1970
 * @param token random, the same however often this form is sent
 */
record ConcernForm(
        List<String> themes,
        String text,
        String place,
        String times,
        @Nullable MultipartFile photo,
        String withoutPhoto,
        String effect,
        String mail,
        String telephone,
        String lat,
        String lng,
        String choice,
        String code,
        String asked,
        String step,
        String subject,
        String opened,
        String token) {

    /** The choice of who means something else. */
    static final String OWN = "own";

    /** The step back to the form. */
    static final String EDIT = "edit";

    /** The step to the map. */
    static final String MAP = "map";

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

    /**
     * Takes what a browser sent. The sender's link is made of the token, so what is no token of ours gets a fresh one:
     * such a form is a concern of its own each time.
     */
    ConcernForm(
            @Nullable List<String> themes,
            @Nullable String text,
            @Nullable String place,
            @Nullable String times,
            @Nullable MultipartFile photo,
            @Nullable String withoutPhoto,
            @Nullable String effect,
            @Nullable String mail,
            @Nullable String telephone,
            @Nullable String lat,
            @Nullable String lng,
            @Nullable String choice,
            @Nullable String code,
            @Nullable String asked,
            @Nullable String step,
            @Nullable String subject,
            @Nullable String opened,
            @Nullable String token) {
        this.themes = themes == null ? List.of() : themes;
        this.text = or(text);
        this.place = or(place);
        this.times = or(times);
        this.photo = photo;
        this.withoutPhoto = or(withoutPhoto);
        this.effect = or(effect);
        this.mail = or(mail);
        this.telephone = or(telephone);
        this.lat = or(lat);
        this.lng = or(lng);
        this.choice = or(choice);
        this.code = or(code);
        this.asked = or(asked);
        this.step = or(step);
        this.subject = or(subject);
        this.opened = or(opened);
        this.token = token != null && TOKEN.matcher(token).matches()
                ? token
                : UUID.randomUUID().toString();
    }

    /**
     * A form to fill in.
     *
     * @param supports code of what its concern means as well; null for nothing
     */
    static ConcernForm blank(Clock clock, @Nullable String supports) {
        return new ConcernForm(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                supports,
                null,
                null,
                null,
                null,
                Traps.opened(clock),
                null);
    }

    /** The same with another place marked on the map, or none. */
    ConcernForm at(@Nullable Pin pin) {
        return new ConcernForm(
                themes,
                text,
                place,
                times,
                photo,
                withoutPhoto,
                effect,
                mail,
                telephone,
                pin == null ? "" : pin.latitude(),
                pin == null ? "" : pin.longitude(),
                choice,
                code,
                asked,
                step,
                subject,
                opened,
                token);
    }

    /** What was marked on the map; null when nothing was. */
    @Nullable
    Pin pin() {
        return Pin.read(lat, lng).orElse(null);
    }

    /** What the concern means as well; empty when nothing was chosen, or something else is meant. */
    Optional<Cause> cause() {
        return Cause.read(choice);
    }

    /** Whether a choice was made between what neighbours said and one's own words. */
    boolean chosen() {
        return choice.equals(OWN) || cause().isPresent();
    }

    /** All that was filled in, for a page between the form and its end. */
    List<Carried> carried() {
        List<Carried> all = new ArrayList<>();
        themes.forEach(theme -> all.add(new Carried("themes", theme)));
        all.add(new Carried("text", text));
        all.add(new Carried("place", place));
        all.add(new Carried("times", times));
        all.add(new Carried("effect", effect));
        all.add(new Carried("mail", mail));
        all.add(new Carried("telephone", telephone));
        all.add(new Carried("lat", lat));
        all.add(new Carried("lng", lng));
        all.add(new Carried("subject", subject));
        all.add(new Carried("opened", opened));
        all.add(new Carried("token", token));
        return List.copyOf(all);
    }

    Draft draft(AreaCode area) {
        return new Draft(area, themes, text, place, times, effect, pin());
    }

    Reaching reaching() {
        return new Reaching(mail, telephone);
    }

    /** Why to keep what was sent out of the working list; null when it looks as if a person sent it. */
    @Nullable
    SetAside suspicion(Clock clock) {
        return Traps.suspicion(subject, opened, clock);
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ConcernForm";
    }
}
