package org.bluelamp.feedback.concern.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.concern.State;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.SummaryList.Row;
import org.bluelamp.web.page.LondonTime;

/**
 * One concern with what staff wrote about it.
 *
 * @param concern the concern
 * @param notes the notes, oldest first
 * @param form the form for another note
 */
public record StaffConcernPage(Concern concern, List<Concern.Note> notes, Form form) {

    /** What is known besides the text. */
    public List<Row> facts(Content state) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("State", state));
        facts.add(new Row("About", String.join(", ", concern.themes())));
        if (!concern.place().isEmpty()) {
            facts.add(new Row("Where", concern.place()));
        }
        if (!concern.times().isEmpty()) {
            facts.add(new Row("When", concern.times()));
        }
        facts.add(new Row("Affects the resident", concern.effect().label()));
        facts.add(new Row("Received", LondonTime.minute(concern.receivedAt())));
        return facts;
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
