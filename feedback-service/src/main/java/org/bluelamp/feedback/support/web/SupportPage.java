package org.bluelamp.feedback.support.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be supported.
 *
 * @param area the neighbourhood
 * @param readers who reads what residents write, to stand at the beginning of a sentence
 * @param said what it is
 * @param led of the concerns that led to it, being a priority, those that everybody may read
 * @param round whether the neighbourhood has an open round, so that a code counts
 * @param form what was typed and what is wrong with it
 */
public record SupportPage(
        Area area, String readers, @Nullable Said said, List<Said> led, boolean round, Form form) {

    /** The address of the list. */
    public String list() {
        return SaidController.path(area);
    }

    /** Where to say the same in one's own words. */
    public String own() {
        String form = "/have-your-say/" + area.path();
        return said == null ? form : form + "?supports=" + said.cause().code();
    }

    /** What makes the form one, however often it is sent. */
    public String token() {
        String token = form.field("token").value();
        return token == null ? "" : token;
    }
}
