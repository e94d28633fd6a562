package org.bluelamp.feedback.concern.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bluelamp.feedback.FeedbackProperties;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Effect;
import org.bluelamp.feedback.council.Council;
import org.bluelamp.feedback.support.Said;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Field;
import org.jspecify.annotations.Nullable;

/**
 * The form for one neighbourhood.
 *
 * @param area the neighbourhood
 * @param team who reads it; null when that has not been heard of yet
 * @param readers who reads it, to stand at the beginning of a sentence
 * @param themes what can be ticked
 * @param council the council of the district; null when nobody has said where it takes reports
 * @param said what the concern means as well; null for nothing
 * @param map whether a place can be marked on a map
 * @param photo whether a photo was sent with this form before
 * @param form what was filled in and what is wrong with it
 * @param links where other matters go
 */
public record ConcernPage(
        Area area,
        @Nullable Team team,
        String readers,
        List<Theme> themes,
        @Nullable Council council,
        @Nullable Said said,
        boolean map,
        boolean photo,
        Form form,
        FeedbackProperties links) {

    /** The step to the map. */
    public static final String MAP = ConcernForm.MAP;

    /** Where the form is and is sent to. */
    public String address() {
        return "/have-your-say/" + area.path();
    }

    /** The themes as boxes to tick. */
    public List<Choice> themeChoices() {
        return themes.stream()
                .map(theme -> choice(theme.code(), theme.name(), hint(theme)))
                .toList();
    }

    /** What is the council's is promised to be passed on only where it takes that. */
    private String hint(Theme theme) {
        if (!theme.council()) {
            return theme.hint();
        }
        String whose = council != null && council.takes(theme.code())
                ? "If it is only about this, we will pass what you write to " + council.name()
                        + ", without your contact details"
                : "The council deals with this. We cannot pass it on, but we will show you where to report it";
        return theme.hint().isEmpty() ? whose : theme.hint() + ". " + whose;
    }

    /** The effects as answers to choose from. */
    public List<Choice> effectChoices() {
        return Arrays.stream(Effect.values())
                .map(effect -> choice(effect.code(), effect.label(), effect.hint()))
                .toList();
    }

    /** Whether a place is marked on the map. */
    public boolean marked() {
        return !hidden("lat").isEmpty();
    }

    /** What is wrong with it; empty when nothing is. */
    public String markFault() {
        return Objects.requireNonNullElse(form.field("lat").error(), "");
    }

    /** The longest text. */
    public int longestText() {
        return Draft.LONGEST_TEXT;
    }

    /** What a hidden field holds. */
    public String hidden(String name) {
        Field field = form.field(name);
        String value = field.value();
        return value == null ? "" : value;
    }

    private static Choice choice(String code, String name, String hint) {
        Choice choice = new Choice(code, name);
        return hint.isEmpty() ? choice : choice.hint(hint);
    }
}
