package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Select;
import org.bluelamp.web.govuk.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that everybody can read.
 *
 * @param chosen what was chosen to look at
 * @param areas to choose from
 * @param categories to choose from
 * @param live those that hold now, the most severe first
 * @param past those that are over or were called back, the latest first
 * @param feed the address of a feed of the same
 */
public record AlertList(
        Form chosen, List<Choice> areas, List<Choice> categories, List<Line> live, List<Line> past, String feed) {

    /**
     * An alert.
     *
     * @param title its headline, or what is told in its place
     * @param instruction what to do; null when there is nothing to do any more
     * @param times in words
     */
    public record Line(
            String title,
            String href,
            List<Tag> tags,
            @Nullable String instruction,
            String areas,
            String times) {}

    /** Which area. */
    public Select area() {
        return new Select(chosen.field("area"), "Area", areas);
    }

    /** Which category. */
    public Select category() {
        return new Select(chosen.field("category"), "About", categories);
    }
}
