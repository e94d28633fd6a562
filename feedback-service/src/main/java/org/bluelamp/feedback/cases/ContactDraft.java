package org.bluelamp.feedback.cases;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.service.area.AreaCode;

/**
 * A message as a resident sent it, not looked at yet. The rules of a message are here.
 *
 * @param area the neighbourhood whose team it is for, known to exist
 * @param kind what it came as
 * @param message what the sender wrote
 * @param mail a mail address for the answer; may be empty
 * @param telephone a telephone number for the answer; may be empty
 */
public record ContactDraft(AreaCode area, Kind kind, String message, String mail, String telephone) {

    /** The longest message, in characters as a reader counts them (code points), a new line being one. */
    public static final int LONGEST_MESSAGE = 4000;

    public ContactDraft {
        message = Typed.clean(message);
        mail = Typed.clean(mail).strip();
        telephone = Typed.clean(telephone).strip();
    }

    /** What came of looking at a draft. */
    public sealed interface Checked {}

    /** It is in order. */
    public record InOrder(ContactMessage message) implements Checked {}

    /** It is not. */
    public record Faulty(List<Fault> faults) implements Checked {}

    /**
     * Something to put right.
     *
     * @param field the form's field
     * @param message what to do about it, a sentence to the sender that never repeats what they wrote
     */
    public record Fault(String field, String message) {}

    /** Holds the draft against the rules. */
    public Checked check() {
        List<Fault> faults = new ArrayList<>();
        int length = Typed.length(message);
        boolean told = kind == Kind.CONVERSATION || kind == Kind.PAPER;
        if (message.isBlank()) {
            faults.add(new Fault("message", told ? "Write what they said" : "Write your message"));
        } else if (length > LONGEST_MESSAGE) {
            faults.add(new Fault(
                    "message",
                    "%s must be %,d characters or fewer. You have used %,d"
                            .formatted(told ? "What they said" : "Your message", LONGEST_MESSAGE, length)));
        }
        Reaching reaching = new Reaching(mail, telephone);
        faults.addAll(reaching.faults());
        return faults.isEmpty()
                ? new InOrder(new ContactMessage(area, kind, message, reaching.details()))
                : new Faulty(List.copyOf(faults));
    }

    /**
     * A message found to be in order.
     *
     * @param area the neighbourhood whose team it is for
     * @param kind what it came as
     * @param text what the sender wrote, as typed, 1 to {@value #LONGEST_MESSAGE} characters
     * @param details how the sender can be reached
     */
    public record ContactMessage(AreaCode area, Kind kind, String text, ContactDetails details) {

        /** What it says, as a digest; never kept without a secret mixed in, for it covers an address. */
        String content() {
            return SubmissionKey.digest(area.value(), text, details.content());
        }

        /** Says nothing of what the sender wrote, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "ContactMessage[" + area + "]";
        }
    }

    /** Says nothing of what the sender wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ContactDraft[" + area + "]";
    }
}
