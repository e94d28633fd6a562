package org.bluelamp.feedback.following.web;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.cases.Answered;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Closed;
import org.bluelamp.feedback.cases.Closing;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.cases.Sender;
import org.bluelamp.feedback.cases.Waiting;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.council.CouncilReport;
import org.bluelamp.feedback.priority.Completed;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.Replaced;
import org.bluelamp.feedback.priority.Withdrawn;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.SummaryList;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told the police, as they follow it.
 *
 * @param held the case
 * @param together where it stands if it is answered with another one; null if it is not
 * @param said what the team told the sender and what they wrote afterwards, oldest first
 * @param parts parts that are answered by themselves
 * @param priorities the priorities that a concern led to
 * @param told what a concern says besides its words; null for a contact of another kind
 * @param council what of a concern is the council's; null when nothing is
 * @param area the neighbourhood whose team answers
 * @param names the names of the neighbourhoods whose teams answer, or did
 * @param team that team, to stand at the beginning of a sentence
 * @param link the address of this page, to be kept
 * @param form what the sender writes now
 * @param now the moment
 */
public record FollowedPage(
        Case held,
        Sender.@Nullable Together together,
        List<Entry> said,
        List<Sender.Part> parts,
        List<Priority> priorities,
        @Nullable Concern told,
        @Nullable CouncilReport council,
        Area area,
        Map<AreaCode, String> names,
        String team,
        URI link,
        Form form,
        Instant now) {

    /** The secret of the link, which its holder's browser hands over to whoever sends mails about it. */
    public String secret() {
        String path = link.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What it is called on the page: a concern or a message. */
    public String thing() {
        return concern() ? "concern" : "message";
    }

    /** Whether it came as a concern. */
    public boolean concern() {
        return held.matter().kind() == Kind.CONCERN;
    }

    /** Whether it speaks of danger, for which nobody should wait for an answer here. */
    public boolean danger() {
        return held.matter().urgent();
    }

    /** Whether all of it is left to the council. */
    public boolean leftToCouncil() {
        return held instanceof Closed closed && closed.reason() == Closing.COUNCIL;
    }

    /** Where it stands at a glance; no answer is promised for what the council has. */
    public List<SummaryList.Row> facts() {
        List<SummaryList.Row> facts = new ArrayList<>();
        facts.add(new SummaryList.Row("Status", state()));
        facts.add(new SummaryList.Row("Team", area.name()));
        facts.add(
                new SummaryList.Row("Received", LondonTime.minute(held.matter().receivedAt())));
        if (!leftToCouncil()) {
            facts.add(new SummaryList.Row("Answer promised by", LondonTime.minute(held.dueAt())));
        }
        facts.add(new SummaryList.Row("Your contact details", reach()));
        return facts;
    }

    /** Where it stands, in a few words. */
    public String state() {
        return state(held, together);
    }

    /** Where a part stands, in a few words. */
    public String state(Sender.Part part) {
        return state(part.held(), part.together());
    }

    private String state(Case one, Sender.@Nullable Together joined) {
        if (overdue(one, joined)) {
            return "The answer is overdue";
        }
        if (joined == Sender.Together.WAITING) {
            return "Waiting for an answer, together with others who told us the same";
        }
        return switch (one) {
            case Waiting _ -> "Waiting for an answer";
            case Answered _ -> "Answered";
            case Closed _ -> joined == Sender.Together.ANSWERED ? "Answered" : "Closed";
        };
    }

    private boolean overdue(Case one, Sender.@Nullable Together joined) {
        return (one instanceof Waiting || joined == Sender.Together.WAITING) && now.isAfter(one.dueAt());
    }

    /** Whether the promise is broken. */
    public boolean late() {
        return overdue(held, together);
    }

    /** Whether an answer is still to come. */
    public boolean waiting() {
        return held instanceof Waiting;
    }

    /** Whether a supervisor was asked for and has not answered yet. */
    public boolean recourse() {
        return held.matter().recourseAt() != null;
    }

    /** Whether it was this sender who asked for one, and not somebody whose case is answered with this one. */
    public boolean askedForSupervisor() {
        return said.stream().anyMatch(entry -> entry.kind() == Entry.Kind.RECOURSE);
    }

    /** Why it was closed; empty while it is not. */
    public String closing() {
        if (together == Sender.Together.OVER) {
            return "The team has closed this, together with what others wrote about the same thing. If you still need an"
                    + " answer, write again below.";
        }
        return held instanceof Closed closed ? closed.reason().toSender() : "";
    }

    /** The name of a neighbourhood; its code while the name has not been heard of. */
    public String name(AreaCode code) {
        return names.getOrDefault(code, code.value());
    }

    /**
     * Who wrote something, in words.
     *
     * @param of the case or the part that it is about
     * @param all what was said about that, oldest first
     */
    public String who(Entry entry, Case of, List<Entry> all) {
        return switch (entry.kind()) {
            case REPLY -> "You wrote";
            case NOT_SOLVED -> "You said it has not been resolved";
            case RECOURSE -> "You asked for a supervisor";
            default -> teamOf(entry, of, all);
        };
    }

    /** Whose team had it then: a case that was handed over has answers of more than one. */
    private String teamOf(Entry entry, Case of, List<Entry> all) {
        List<Entry> moves = all.stream().filter(one -> one.handedTo() != null).toList();
        AreaCode then = moves.stream()
                .filter(move -> !move.writtenAt().isAfter(entry.writtenAt()))
                .map(Entry::handedTo)
                .reduce((before, after) -> after)
                .orElse(moves.isEmpty() ? of.area() : null);
        return then == null ? "The previous team" : name(then) + " team";
    }

    /** What the sender can do now, to choose from. */
    public List<Choice> ways() {
        return Sender.ways(held, now).stream()
                .map(way -> new Choice(word(way), label(way)))
                .toList();
    }

    private static String label(Entry.Kind way) {
        return switch (way) {
            case NOT_SOLVED -> "Tell the team it has not been resolved";
            case RECOURSE -> "Ask for a supervisor to look at it and answer";
            default -> "Reply, or tell the team more";
        };
    }

    static String word(Entry.Kind way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The longest reply. */
    public int longest() {
        return Entry.LONGEST;
    }

    /** What the form's hidden field holds. */
    public String token() {
        String token = form.field("token").value();
        return token == null ? "" : token;
    }

    /** How a priority stands, in words. */
    public String status(Priority priority) {
        return switch (priority) {
            case Completed completed -> "Completed on " + LondonTime.day(completed.endedOn());
            case Replaced replaced -> "Replaced on " + LondonTime.day(replaced.endedOn());
            case Withdrawn withdrawn -> "Set by mistake and removed on " + LondonTime.day(withdrawn.endedOn());
            default -> "The team is working on it";
        };
    }

    /** What came of a priority, or why the team turned to something else; empty while it is worked on. */
    public String outcome(Priority priority) {
        return switch (priority) {
            case Completed completed -> completed.outcome();
            case Replaced replaced -> replaced.reason();
            case Withdrawn withdrawn -> withdrawn.reason();
            default -> "";
        };
    }

    /** What is kept of how the sender can be reached. */
    public String reach() {
        var reach = held.matter().reach();
        if (reach.erasedAt() != null) {
            return "Erased on " + LondonTime.minute(reach.erasedAt());
        }
        if (reach.mail() && reach.telephone()) {
            return "You left an email address and a phone number";
        }
        if (reach.mail()) {
            return "You left an email address";
        }
        return reach.telephone() ? "You left a phone number" : "You did not leave any";
    }
}
