package org.bluelamp.directory.desk;

import java.util.List;
import java.util.Objects;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.web.StaffAreas;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.photo.Photos;
import org.bluelamp.directory.reach.AreaReach;
import org.bluelamp.directory.station.Station;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Vacancy;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/** What the desk's pages show. */
public final class DeskPages {

    private DeskPages() {}

    /**
     * A team one may edit.
     *
     * @param stale whether nobody confirmed it for too long
     */
    public record Editable(Area area, String district, Team team, boolean stale) {

        public String href() {
            return StaffAreas.desk(area.code());
        }
    }

    /**
     * The teams one may edit.
     *
     * @param districts the districts whose page one may edit
     */
    public record ListPage(List<Editable> teams, List<Area> districts) {

        public long staleTeams() {
            return teams.stream().filter(Editable::stale).count();
        }

        public String href(Area area) {
            return StaffAreas.desk(area.code());
        }
    }

    /**
     * Everything that is kept about one area.
     *
     * @param team null of a district, and where none is known
     * @param stale whether nobody confirmed the team's entry for too long
     * @param mayEditArea whether the person may change stations, accounts and text
     * @param reach whom alerts to it reach; null when nobody told
     */
    public record AreaPage(
            Area area,
            @Nullable Team team,
            boolean stale,
            boolean mayEditArea,
            List<Station> stations,
            @Nullable AreaReach reach) {

        /** The address of a page about this area. */
        public String href(String concern) {
            return "/staff/directory/" + concern + "/" + area.code();
        }

        public Team knownTeam() {
            return Objects.requireNonNull(team);
        }

        public String personHref(Member member) {
            return "/staff/directory/people/" + member.id();
        }

        public @Nullable String photo(Member member) {
            return member.photo() == null ? null : Photos.small(member.photo());
        }

        /** What there is to know of somebody, in one line. */
        public String summary(Member member) {
            StringBuilder line = new StringBuilder(member.rank().title());
            if (member.lead()) {
                line.append(", leads the team");
            }
            if (member.namedContact()) {
                line.append(", named contact");
            }
            String cover = knownTeam().inWords(member.cover());
            return cover == null
                    ? line.toString()
                    : line.append(". ").append(cover).toString();
        }

        public String summary(Vacancy post) {
            String cover = knownTeam().inWords(post.cover());
            return post.rank().title() + (cover == null ? "" : ": " + cover);
        }

        /** Whether a post that leads is said to be vacant. */
        public boolean leaderIsVacant() {
            return knownTeam().vacancies().stream().anyMatch(post -> post.rank().canLead());
        }
    }

    /** A change with whether the person is offered to undo it. */
    public record Entry(Change change, boolean undoable) {

        public String when() {
            return LondonTime.minute(change.changedAt());
        }

        /** With how many others it was done and is undone; null when it stands alone. */
        public @Nullable String together() {
            return switch (change.parts() - 1) {
                case 0 -> null;
                case 1 -> "Done together with another change. Undoing takes back both.";
                default ->
                    "Done together with " + (change.parts() - 1) + " other changes. Undoing takes back all of"
                            + " them.";
            };
        }
    }

    /**
     * Who changed what of an area.
     *
     * @param problem why what was to be undone cannot be; null when nothing was asked or it worked
     * @param older address of the next page; null on the last
     */
    public record HistoryPage(
            Area area,
            List<Entry> entries,
            @Nullable String problem,
            @Nullable String older) {

        public String action() {
            return "/staff/directory/history/" + area.code();
        }
    }
}
