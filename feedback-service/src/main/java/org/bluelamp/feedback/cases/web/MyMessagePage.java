package org.bluelamp.feedback.cases.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.cases.Answered;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Closed;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.cases.Received;
import org.bluelamp.web.page.LondonTime;

/**
 * A message as its sender follows it.
 *
 * @param held the case
 * @param answers what the team told the sender, oldest first
 * @param area the neighbourhood whose team answers
 * @param team that team, to stand at the beginning of a sentence
 * @param link the address of this page, to be kept
 * @param now the moment
 */
public record MyMessagePage(Case held, List<Entry> answers, Area area, String team, URI link, Instant now) {

    /** Where it stands, in a word or two. */
    public String state() {
        return switch (held) {
            case Received received -> received.overdueAt(now) ? "The answer is late" : "Waiting for an answer";
            case Answered _ -> "Answered";
            case Closed _ -> "Closed";
        };
    }

    /** Whether the promise is broken. */
    public boolean late() {
        return held instanceof Received received && received.overdueAt(now);
    }

    /** Whether the answer is still to come. */
    public boolean waiting() {
        return held instanceof Received;
    }

    /** Why it was closed; empty while it is not. */
    public String closing() {
        return held instanceof Closed closed ? closed.reason().toSender() : "";
    }

    /** What is kept of how the sender can be reached. */
    public String reach() {
        var reach = held.matter().reach();
        if (reach.erasedAt() != null) {
            return "Erased on " + LondonTime.minute(reach.erasedAt());
        }
        if (reach.mail() && reach.telephone()) {
            return "You left an email address and a telephone number";
        }
        if (reach.mail()) {
            return "You left an email address";
        }
        return reach.telephone() ? "You left a telephone number" : "You left no address or number";
    }
}
