package org.bluelamp.directory.team.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.jspecify.annotations.Nullable;

/** What the staff pages of teams show. */
public final class TeamPages {

    private TeamPages() {}

    /** A team one may edit, with its area and its district's name. */
    public record Editable(Area area, String district, Team team) {

        /** The address of the page on which it is edited. */
        public String href() {
            return editHref(area);
        }
    }

    /** The teams one may edit. */
    public record ListPage(List<Editable> teams) {}

    /**
     * The page on which a team is edited.
     *
     * @param rows how many rows of people the form has
     * @param posts how many rows of vacancies the form has
     * @param version of the team that the form will replace
     * @param ids of the members, by row; empty for new ones
     * @param current the team as somebody else saved it meanwhile; null when nobody did
     */
    public record EditPage(
            Area area,
            Form form,
            int rows,
            int posts,
            long version,
            List<String> ids,
            @Nullable Team current) {

        /** What is asked about a person besides name and rank. */
        public List<Choice> duties(int row) {
            List<Choice> duties = new ArrayList<>(
                    List.of(new Choice("lead", "Leads the team"), new Choice("named-contact", "Is the named contact")));
            if (!ids.get(row).isEmpty()) {
                duties.add(new Choice("remove", "Leaves the team"));
            }
            return duties;
        }

        public List<Choice> ranks() {
            return Arrays.stream(Rank.values())
                    .map(rank -> new Choice(rank.key(), rank.title()))
                    .toList();
        }

        /** With a way to say that there is no vacancy. */
        public List<Choice> ranksOrNone() {
            List<Choice> ranks = new ArrayList<>(List.of(new Choice("", "No vacancy")));
            ranks.addAll(ranks());
            return ranks;
        }

        public String action() {
            return editHref(area);
        }
    }

    static String editHref(Area area) {
        String code = area.code().value();
        return "/staff/directory/teams" + code.substring(code.indexOf('/'));
    }
}
