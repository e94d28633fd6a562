package org.bluelamp.feedback.concern.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.concern.Concerns;
import org.bluelamp.feedback.concern.State;
import org.bluelamp.feedback.submission.ListFilter;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Pagination;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The concerns of a person's areas.
 *
 * @param filter what was asked for
 * @param form the filter as a form
 * @param areas the person's neighbourhoods
 * @param themes all themes
 * @param found the page of concerns
 */
public record StaffListPage(StaffFilter filter, Form form, List<Area> areas, List<Theme> themes, Concerns.Found found) {

    /** The neighbourhoods to choose from; with one there is nothing to choose. */
    public List<Choice> areaChoices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "All your areas")));
        areas.forEach(area -> choices.add(new Choice(area.code().value(), area.name())));
        return choices;
    }

    /** The themes to choose from. */
    public List<Choice> themeChoices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "All themes")));
        themes.forEach(theme -> choices.add(new Choice(theme.code(), theme.name())));
        return choices;
    }

    /** The states to choose from. */
    public List<Choice> stateChoices() {
        return List.of(
                new Choice("", "New and noted"),
                new Choice(State.NEW.word(), "New"),
                new Choice(State.NOTED.word(), "Noted"),
                new Choice(ListFilter.SET_ASIDE, "Set aside"));
    }

    /** What comes first. */
    public List<Choice> orderChoices() {
        return List.of(new Choice("", "The newest"), new Choice(StaffFilter.SUPPORTED, "What most people support"));
    }

    /** The way through the pages. */
    public Pagination pagination() {
        return Pagination.of(
                found.number(),
                found.pages(),
                number -> UriComponentsBuilder.fromPath("/staff/feedback")
                        .queryParam("area", "{area}")
                        .queryParam("theme", "{theme}")
                        .queryParam("state", "{state}")
                        .queryParam("order", "{order}")
                        .queryParam("page", number)
                        .encode()
                        .buildAndExpand(filter.areaWord(), filter.themeWord(), filter.stateWord(), filter.orderWord())
                        .toUriString());
    }

    /** Whether anything narrows the list. */
    public boolean filtered() {
        return !(filter.areaWord() + filter.themeWord() + filter.stateWord()).isEmpty();
    }

    /** How many there are, in words. */
    public String count() {
        return switch (found.total()) {
            case 0 -> "No concerns";
            case 1 -> "1 concern";
            default -> "%,d concerns".formatted(found.total());
        };
    }
}
