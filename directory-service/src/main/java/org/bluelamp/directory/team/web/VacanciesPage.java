package org.bluelamp.directory.team.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.team.Team;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a team's vacant posts are changed.
 *
 * @param rows how many the form has
 * @param current the team as somebody else saved it meanwhile; null when nobody did
 */
public record VacanciesPage(
        Area area,
        Team team,
        Form form,
        String seen,
        int rows,
        @Nullable Team current) {

    public String action() {
        return "/staff/directory/vacancies/" + area.code();
    }

    /** With a way to say that there is no vacancy. */
    public List<Choice> ranks() {
        List<Choice> ranks = new ArrayList<>(List.of(new Choice("", "No vacant post")));
        ranks.addAll(PersonPage.ranksOfForms());
        return ranks;
    }

    public List<Choice> colleagues() {
        return PersonPage.colleagues(team, null, "Nobody of the team");
    }
}
