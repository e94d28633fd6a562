package org.bluelamp.directory.team.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a person of a team is entered or changed.
 *
 * @param person null for somebody new
 * @param current the person as somebody else saved them meanwhile; null when nobody did
 */
public record PersonPage(
        Area area,
        Team team,
        Form form,
        String seen,
        @Nullable Member person,
        @Nullable Member current) {

    public String action() {
        return person == null ? "/staff/directory/people/new/" + area.code() : href(person);
    }

    public static String href(Member person) {
        return "/staff/directory/people/" + person.id();
    }

    /** Who leads and who is named, with what choosing this person changes. */
    public List<Choice> duties() {
        UUID id = person == null ? null : person.id();
        Choice lead = new Choice(PersonForm.LEAD, "Leads the team");
        Choice named = new Choice(PersonForm.NAMED_CONTACT, "Is the named contact");
        String other = team.namedContact()
                .filter(one -> !one.id().equals(id))
                .map(one -> "Instead of " + one.title())
                .orElse(null);
        return List.of(
                lead.hint("A sergeant or somebody above"),
                named.hint(other == null ? "Residents turn to this person first" : other));
    }

    public List<Choice> ranks() {
        return ranksOfForms();
    }

    static List<Choice> ranksOfForms() {
        return Arrays.stream(Rank.values())
                .map(rank -> new Choice(rank.key(), rank.title()))
                .toList();
    }

    /** Who can stand in. */
    public List<Choice> colleagues() {
        return colleagues(team, person == null ? null : person.id(), "Nobody of the team");
    }

    static List<Choice> colleagues(Team team, @Nullable UUID without, String nobody) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", nobody)));
        team.members().stream()
                .filter(member -> !member.id().equals(without))
                .forEach(member -> choices.add(new Choice(member.id().toString(), member.title())));
        return choices;
    }
}
