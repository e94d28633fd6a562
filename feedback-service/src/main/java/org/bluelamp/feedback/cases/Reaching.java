package org.bluelamp.feedback.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.feedback.submission.Typed;

/**
 * How a sender wants to be reached, as typed and not looked at yet.
 *
 * @param mail a mail address; may be empty
 * @param telephone a telephone number; may be empty
 */
public record Reaching(String mail, String telephone) {

    /** No way at all. */
    public static final Reaching NOT = new Reaching("", "");

    public Reaching {
        mail = Typed.clean(mail).strip();
        telephone = Typed.clean(telephone).strip();
    }

    /** What is to be put right; nothing when it is in order. */
    public List<ContactDraft.Fault> faults() {
        List<ContactDraft.Fault> faults = new ArrayList<>();
        if (!mail.isEmpty() && address().isEmpty()) {
            faults.add(new ContactDraft.Fault(
                    "mail", "Enter an email address in the correct format, like name@example.com, or leave it empty"));
        }
        if (!telephone.isEmpty() && number().isEmpty()) {
            faults.add(
                    new ContactDraft.Fault("telephone", "Enter a phone number, like 01632 960 001, or leave it empty"));
        }
        return faults;
    }

    /** What is in order of it. */
    public ContactDetails details() {
        return new ContactDetails(
                address().map(MailAddress::value).orElse(null),
                number().map(Telephone::value).orElse(null));
    }

    private Optional<MailAddress> address() {
        return MailAddress.parse(mail);
    }

    private Optional<Telephone> number() {
        return Telephone.parse(telephone);
    }

    /** Says nothing of it, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Reaching[not shown]";
    }
}
