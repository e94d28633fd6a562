package org.bluelamp.alerts.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.delivery.MailWriter;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.mail.MailBody;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/** Answers a sign-up by mail: the only place where it is told what the sign-up led to. */
@Component
class SignUpMail implements MailWriter {

    private final SignUps signUps;
    private final SignUpSettings settings;
    private final OwnPlaces places;
    private final AlertLinks links;
    private final MailDesign design;

    SignUpMail(SignUps signUps, SignUpSettings settings, OwnPlaces places, AlertLinks links, MailDesign design) {
        this.signUps = signUps;
        this.settings = settings;
        this.places = places;
        this.links = links;
        this.design = design;
    }

    @Override
    public String kind() {
        return SignUps.KIND;
    }

    @Override
    public Optional<Letter> letter(String itemId) {
        return signUps.find(UUID.fromString(itemId)).map(signUp -> {
            var mail = mail(signUp);
            return delivery -> mail;
        });
    }

    private Mail mail(SignUp signUp) {
        var area = places.name(signUp.area()).orElse("your area");
        return switch (signUp.answer()) {
            case CONFIRM ->
                write(
                        "Confirm that you want alerts for " + area,
                        new MailBody(
                                null,
                                "Confirm your email address",
                                confirmText(signUp, area),
                                new MailBody.Link(
                                        "Confirm and follow " + area,
                                        links.confirm(
                                                signUp.id(),
                                                signUp.requestedAt().plus(settings.confirmWithin()))),
                                List.of("If you did not ask for this, you do not need to do anything. We will not"
                                        + " email you again unless you confirm."),
                                List.of(new MailBody.Link("About alerts", links.about()))));
            case ADDED -> throw new IllegalStateException("Who adds an area on their own page gets no mail");
            case ALREADY_FOLLOWING ->
                write(
                        "You already follow " + area,
                        new MailBody(
                                null,
                                "You already follow " + area,
                                List.of("Somebody asked on our website that this address get emails about " + area
                                        + ". It already does, so nothing has changed."),
                                new MailBody.Link("See the areas you follow", links.manage(signUp.subscriber())),
                                List.of("You are getting this email because someone entered your address in our"
                                        + " sign-up form."),
                                List.of(new MailBody.Link("Stop all emails", links.unsubscribe(signUp.subscriber())))));
        };
    }

    private List<String> confirmText(SignUp signUp, String area) {
        var text = new ArrayList<String>();
        text.add("You asked for emails about policing in " + area
                + ". We will start sending them once you confirm that this address is yours.");
        var since = signUp.suppressedAt();
        if (since != null) {
            text.add("On " + LondonTime.day(since)
                    + " we stopped emailing you, because emails to this address were being returned."
                    + " If you confirm, we will start sending all the emails you chose before.");
        }
        text.add("The link works for " + settings.confirmWithin().toDays() + " days.");
        return text;
    }

    private Mail write(String subject, MailBody body) {
        return design.mail(design.siteName(), subject, body, ListHeaders.personal());
    }
}
