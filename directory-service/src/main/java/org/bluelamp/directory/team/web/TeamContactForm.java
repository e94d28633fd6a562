package org.bluelamp.directory.team.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.bluelamp.directory.Fingerprint;
import org.bluelamp.directory.team.Team;

/**
 * The form in which a team's own contact is changed, as it was sent.
 *
 * @param seen fingerprint of the contact as the page showed it
 */
record TeamContactForm(
        String seen,

        @Email(message = "Enter an email address like name@example.com")
        @Size(max = 254, message = "The email address must be 254 characters or fewer")
        String email,

        @Size(max = 40, message = "The telephone number must be 40 characters or fewer")
        String telephone) {

    TeamContactForm {
        seen = Sent.text(seen);
        email = Sent.text(email);
        telephone = Sent.text(telephone);
    }

    static TeamContactForm of(Team team) {
        return new TeamContactForm(seen(team), Sent.text(team.email()), Sent.text(team.telephone()));
    }

    TeamContactForm seenNow(Team team) {
        return new TeamContactForm(seen(team), email, telephone);
    }

    static String seen(Team team) {
        return Fingerprint.of(Objects.toString(team.email()) + " " + team.telephone());
    }

    Team in(Team team) {
        return team.contact(email.isEmpty() ? null : email, telephone.isEmpty() ? null : telephone);
    }
}
