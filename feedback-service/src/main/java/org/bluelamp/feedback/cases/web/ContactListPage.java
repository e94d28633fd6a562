package org.bluelamp.feedback.cases.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.CaseState;
import org.bluelamp.feedback.cases.Colleagues;
import org.bluelamp.feedback.cases.PromiseClock;
import org.bluelamp.feedback.submission.ListFilter;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the teams of a person's areas owe an answer.
 *
 * @param filter what was asked for
 * @param form the filter as a form
 * @param areas the person's neighbourhoods
 * @param figures how the promise is kept
 * @param found the page of cases
 * @param told what the clock has told of the promises about them
 * @param inHand who has those that speak of danger in hand, in words
 * @param absence that the person is away; null when they are not
 * @param covered for whom the person covers
 * @param now the moment
 */
public record ContactListPage(
        ContactFilter filter,
        Form form,
        List<Area> areas,
        CaseDesk.Figures figures,
        CaseDesk.Found found,
        Map<Reference, PromiseClock.Told> told,
        Map<Reference, String> inHand,
        Colleagues.@Nullable Absence absence,
        List<Colleagues.Absence> covered,
        Instant now) {

    /** The neighbourhoods to choose from; with one there is nothing to choose. */
    public List<Choice> areaChoices() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", "All your areas")));
        areas.forEach(area -> choices.add(new Choice(area.code().value(), area.name())));
        return choices;
    }

    /** The states to choose from. */
    public List<Choice> stateChoices() {
        return List.of(
                new Choice("", "Need an answer"),
                new Choice(CaseState.ANSWERED.word(), "Answered"),
                new Choice(CaseState.CLOSED.word(), "Closed"),
                new Choice(ContactFilter.ALL, "All of these"),
                new Choice(ListFilter.SET_ASIDE, "Set aside"));
    }

    /** Whose cases to choose from. */
    public List<Choice> whoseChoices() {
        return List.of(
                new Choice("", "The whole team’s"),
                new Choice("mine", covered.isEmpty() ? "Mine" : "Mine, and those I am covering"),
                new Choice("nobodys", "Not taken by anyone"));
    }

    /** For whom the person covers, in words; empty when for nobody. */
    public String covers() {
        return covered.stream()
                .map(one -> one.who().name() + " until " + LondonTime.day(one.until()))
                .collect(Collectors.joining(", "));
    }

    /** The name of a case's neighbourhood. */
    public String areaName(Case one) {
        return areas.stream()
                .filter(area -> area.code().equals(one.area()))
                .map(Area::name)
                .findFirst()
                .orElse(one.area().value());
    }

    /** What the clock has told of a case, in words; empty when nothing. */
    public String told(Case one) {
        return told(told.get(one.reference()));
    }

    /** Who has a case in hand that speaks of danger, in words; null when nobody has or it does not. */
    public @Nullable String inHand(Case one) {
        return inHand.get(one.reference());
    }

    static String told(PromiseClock.@Nullable Told told) {
        if (told == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        if (told.remindedAt() != null) {
            words.add("Team reminded " + LondonTime.minute(told.remindedAt()));
        }
        if (told.escalatedAt() != null) {
            words.add("Escalated to the sergeant " + LondonTime.minute(told.escalatedAt()));
        }
        return String.join(" · ", words);
    }

    /** How many of the cases owed an answer got one in time. */
    public String kept() {
        return figures.owed() == 0 ? "none was due" : "%,d of %,d".formatted(figures.kept(), figures.owed());
    }

    /** The way through the pages. */
    public Pagination pagination() {
        return Pagination.of(
                found.number(),
                found.pages(),
                number -> UriComponentsBuilder.fromPath(CaseFrames.LIST)
                        .queryParam("area", "{area}")
                        .queryParam("whose", "{whose}")
                        .queryParam("state", "{state}")
                        .queryParam("page", number)
                        .encode()
                        .buildAndExpand(filter.areaWord(), filter.whoseWord(), filter.stateWord())
                        .toUriString());
    }

    /** How many there are, in words. */
    public String count() {
        return switch (found.total()) {
            case 0 -> "No cases";
            case 1 -> "1 case";
            default -> "%,d cases".formatted(found.total());
        };
    }
}
