package org.bluelamp.alerts.subscription.web;

import java.util.Optional;
import org.bluelamp.alerts.subscription.SignUps;
import org.bluelamp.contact.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The field of a form in which somebody who signs up gives an address. */
final class AddressField {

    private AddressField() {}

    /** The address; empty when it cannot be used, which is then told at the field. */
    static Optional<MailAddress> read(@Nullable String sent, SignUps signUps, Errors errors) {
        var typed = sent == null ? "" : sent;
        var address = MailAddress.parse(typed);
        if (address.isEmpty()) {
            errors.rejectValue(
                    "address",
                    "address",
                    typed.isBlank()
                            ? "Enter your email address"
                            : "Enter an email address in the correct format, like name@example.com");
        }
        if (address.filter(signUps::isDisposable).isPresent()) {
            errors.rejectValue(
                    "address",
                    "disposable",
                    "Enter a permanent email address. Emails to this one are deleted after a while");
        }
        return address;
    }
}
