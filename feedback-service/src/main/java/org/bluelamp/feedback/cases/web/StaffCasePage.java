package org.bluelamp.feedback.cases.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.Answered;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Closed;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.cases.Received;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.govuk.SummaryList.Row;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * One case, for staff.
 *
 * @param held the case as it is now
 * @param entries what staff wrote about it, oldest first
 * @param details how the sender can be reached; null unless the person asked to see it
 * @param areas for the names of neighbourhoods
 * @param now the moment
 */
public record StaffCasePage(
        Case held, List<Entry> entries, @Nullable ContactDetails details, Areas areas, Instant now) {

    /** Where the case's pages are. */
    public String path() {
        return CaseFrames.path(held.reference());
    }

    /** Whether it may be answered. */
    public boolean open() {
        return !(held instanceof Closed);
    }

    /** Whether nobody has answered yet. */
    public boolean waiting() {
        return held instanceof Received;
    }

    /** What is known besides the message. */
    public List<Row> facts(Content state) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("State", state));
        facts.add(new Row("Received", LondonTime.minute(held.matter().receivedAt())));
        switch (held) {
            case Received received -> facts.add(new Row("Answer due", LondonTime.minute(received.dueAt())));
            case Answered answered -> facts.add(answered(answered.answeredAt()));
            case Closed closed -> {
                if (closed.answeredAt() != null) {
                    facts.add(answered(closed.answeredAt()));
                }
                facts.add(new Row(
                        "Closed",
                        LondonTime.minute(closed.closedAt()) + ". "
                                + closed.reason().label()));
            }
        }
        return facts;
    }

    private Row answered(Instant at) {
        return new Row("Answered", LondonTime.minute(at) + (at.isAfter(held.dueAt()) ? ", late" : ", in time"));
    }

    /** What kind of entry it is, in words. */
    public String kind(Entry entry) {
        return switch (entry.kind()) {
            case ANSWER -> "Answer to the sender";
            case NOTE -> "Note";
            case HAND_OVER -> "Handed over to " + name(entry.handedTo());
        };
    }

    private String name(@Nullable AreaCode code) {
        return code == null ? "" : areas.area(code).map(area -> area.name()).orElse(code.value());
    }
}
