package org.bluelamp.feedback.cases.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.Closed;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.cases.Holder;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.cases.PromiseClock;
import org.bluelamp.feedback.cases.Received;
import org.bluelamp.feedback.cases.Waiting;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.govuk.SummaryList.Row;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * One case, for staff.
 *
 * @param held the case as it is now
 * @param entries what was written about it, oldest first
 * @param promises what became of the promises made about it
 * @param told what the clock has told of the promise that counts now; null when nothing
 * @param inHand who has it in hand if it speaks of danger, in words; null when nobody has or it does not
 * @param merged the cases that are answered with it
 * @param parts the parts of it that became cases of their own
 * @param alike how many others that nobody has dealt with are like it; 0 for what does not speak of danger
 * @param details how the sender can be reached; null unless the person asked to see it
 * @param mayAnswer whether the person may answer it
 * @param me the person's id
 * @param areas for the names of neighbourhoods
 * @param now the moment
 */
public record StaffCasePage(
        Case held,
        List<Entry> entries,
        List<CaseDesk.Promise> promises,
        PromiseClock.@Nullable Told told,
        @Nullable String inHand,
        List<Case> merged,
        List<Case> parts,
        int alike,
        @Nullable ContactDetails details,
        boolean mayAnswer,
        String me,
        Areas areas,
        Instant now) {

    /** Where the case's pages are. */
    public String path() {
        return CaseFrames.path(held.reference());
    }

    /** Where another case is. */
    public String path(Case other) {
        return CaseFrames.path(other.reference());
    }

    /** Whose words it holds, to stand above them. */
    public String wordsOf() {
        return CaseFrames.wordsOf(held);
    }

    /** Whether it may be answered. */
    public boolean open() {
        return !(held instanceof Closed);
    }

    /** Whether its sender waits for an answer. */
    public boolean waiting() {
        return held instanceof Waiting;
    }

    /** Whether nobody has answered yet. */
    public boolean fresh() {
        return held instanceof Received;
    }

    /** Whether it came as a concern, whose themes, place and times stand on a page of their own. */
    public boolean ofConcern() {
        return held.matter().kind() == Kind.CONCERN;
    }

    /** How many others are like it, in words. */
    public String alikeInWords() {
        return alike == 1 ? "1 other case" : "%,d other cases".formatted(alike);
    }

    /** Whether the person has not taken it and could. */
    public boolean takeable() {
        Holder holder = held.matter().holder();
        return waiting() && (holder == null || !holder.id().equals(me));
    }

    /** What is known besides the message. */
    public List<Row> facts(Content state) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("State", state));
        facts.add(new Row(
                "Came as",
                held.matter().ties().splitFrom() == null ? held.matter().kind().label() : "Part of another case"));
        facts.add(new Row("Received", LondonTime.minute(held.matter().receivedAt())));
        for (CaseDesk.Promise promise : promises) {
            Instant at = promise.answeredAt();
            if (at != null) {
                facts.add(new Row(
                        "Answered", LondonTime.minute(at) + (at.isAfter(promise.dueAt()) ? ", late" : ", in time")));
            }
        }
        if (held instanceof Waiting) {
            if (!fresh()) {
                facts.add(new Row("Asked again", LondonTime.minute(askedAgain())));
            }
            facts.add(new Row("Answer due", LondonTime.minute(held.dueAt())));
            String words = ContactListPage.told(told);
            if (!words.isEmpty()) {
                facts.add(new Row("The clock", words));
            }
        }
        if (held instanceof Closed closed) {
            facts.add(new Row(
                    "Closed",
                    LondonTime.minute(closed.closedAt()) + ". "
                            + closed.reason().label()));
        }
        Holder holder = held.matter().holder();
        facts.add(new Row("Taken by", holder == null ? "Nobody" : holder.name()));
        return facts;
    }

    /**
     * When the sender asked again: with what they wrote first after the clock had stopped last. The promise may count from
     * an earlier moment, that of a case which is answered with this one.
     */
    private Instant askedAgain() {
        Instant stopped = promises.isEmpty() ? Instant.MIN : promises.getLast().endedAt();
        return entries.stream()
                .filter(entry -> entry.kind().ofSender() && !entry.writtenAt().isBefore(stopped))
                .map(Entry::writtenAt)
                .findFirst()
                .orElse(held.askedAt());
    }

    /** What kind of entry it is, in words. */
    public String kind(Entry entry) {
        return switch (entry.kind()) {
            case ANSWER -> "Answer to the sender";
            case NOTE -> "Note";
            case HAND_OVER -> "Handed over to " + name(entry.handedTo());
            case MERGE -> "Answered with " + entry.about();
            case SPLIT -> "A part became the case " + entry.about();
            case REPLY -> "The sender wrote";
            case NOT_SOLVED -> "The sender says it has not been resolved";
            case RECOURSE -> "The sender has asked for a supervisor";
        };
    }

    /** Who wrote it. */
    public String who(Entry entry) {
        String author = entry.author();
        return author == null ? "The sender" : author;
    }

    private String name(@Nullable AreaCode code) {
        return code == null ? "" : areas.area(code).map(area -> area.name()).orElse(code.value());
    }
}
