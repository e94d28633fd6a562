package org.bluelamp.feedback.concern.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.cases.Answered;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Closed;
import org.bluelamp.feedback.cases.Waiting;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.concern.State;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.pin.PinMap;
import org.bluelamp.feedback.support.Cause;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.SummaryList.Row;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * One concern with what staff wrote about it.
 *
 * @param concern the concern
 * @param held the case of the concern
 * @param supports what it means as well; null when it stands alone
 * @param notes the notes, oldest first
 * @param form the form for another note
 */
public record StaffConcernPage(
        Concern concern, Case held, @Nullable Cause supports, List<Concern.Note> notes, Form form) {

    /** Where its case stands, in words. */
    public String caseState() {
        return switch (held) {
            case Waiting waiting -> "answer due " + LondonTime.minute(waiting.dueAt());
            case Answered _ -> "answered";
            case Closed _ -> "closed";
        };
    }

    /** What is known besides the text. */
    public List<Row> facts(Content state) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("State", state));
        facts.add(new Row("About", String.join(", ", concern.themes())));
        if (!concern.place().isEmpty()) {
            facts.add(new Row("Where", concern.place()));
        }
        Pin pin = concern.pin();
        if (pin != null) {
            facts.add(new Row("Marked on the map", pin.latitude() + ", " + pin.longitude()));
        }
        if (!concern.times().isEmpty()) {
            facts.add(new Row("When", concern.times()));
        }
        facts.add(new Row("Affects the resident", concern.effect().label()));
        facts.add(new Row("Received", LondonTime.minute(concern.receivedAt())));
        facts.add(new Row("Support", concern.backing().words()));
        return facts;
    }

    /** Where to read what it means as well; empty when it stands alone. */
    public String supportsHref() {
        return switch (supports) {
            case Cause.OfConcern(var reference) -> "/staff/feedback/" + reference;
            case Cause.OfPriority(var id) -> "/staff/feedback/priorities/" + id;
            case null -> "";
        };
    }

    /** How wide and high the map is, in pixels. */
    public int side() {
        return PinMap.SIDE;
    }

    /** Whether nobody has noted it yet. */
    public boolean fresh() {
        return concern.state() == State.NEW;
    }

    /** The longest note. */
    public int longestNote() {
        return Desk.LONGEST_NOTE;
    }

    /** What the form's hidden field holds. */
    public String token() {
        String token = form.field("token").value();
        return token == null ? "" : token;
    }
}
