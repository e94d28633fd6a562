package org.bluelamp.directory.yourarea;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.news.Headline;
import org.bluelamp.directory.priority.TeamPriorities;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Vacancy;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/** What the pages of areas show. */
public final class AreaPages {

    private AreaPages() {}

    /** All districts with their neighbourhoods. */
    public record ForcePage(
            String name,
            String label,
            List<Area> districts,
            Map<AreaCode, List<Area>> neighbourhoods,
            AreaMap map,
            List<String> notices) {

        public List<Area> of(Area district) {
            return neighbourhoods.getOrDefault(district.code(), List.of());
        }
    }

    /** A neighbourhood with the names of the places its team serves. */
    public record Served(Area area, List<String> places) {}

    /** One district. */
    public record DistrictPage(
            Area district, List<Served> neighbourhoods, AreaMap map, List<Headline> news, List<String> notices) {

        public String signUp() {
            return AreaPaths.signUp(district.code());
        }
    }

    /**
     * One neighbourhood.
     *
     * @param team null when none is known
     */
    public record NeighbourhoodPage(
            Area area,
            Area district,
            @Nullable Team team,
            List<String> places,
            TeamPriorities priorities,
            List<Headline> news,
            List<Area> beside,
            AreaMap map,
            List<String> notices) {

        public String signUp() {
            return AreaPaths.signUp(area.code());
        }

        public String haveYourSay() {
            return AreaPaths.haveYourSay(area.code());
        }

        /** For example "19,900"; null when nobody told. */
        public @Nullable String households() {
            return area.households() == null
                    ? null
                    : NumberFormat.getIntegerInstance(Locale.UK).format(area.households());
        }

        /** For example "Ware, Great Amwell and Tonwell". */
        public String placesInWords() {
            return places.size() < 2
                    ? String.join("", places)
                    : String.join(", ", places.subList(0, places.size() - 1)) + " and " + places.getLast();
        }

        public Optional<Member> firstContact() {
            return Optional.ofNullable(team).flatMap(Team::firstContact);
        }

        /** Everybody: who leads first, then by rank, the highest first, then in the team's own order. */
        public List<Member> people() {
            return team == null
                    ? List.of()
                    : team.members().stream()
                            .sorted(Comparator.comparing(Member::lead)
                                    .thenComparing(Member::rank)
                                    .reversed())
                            .toList();
        }

        /** What somebody is in the team, in words. */
        public String role(Member member) {
            String rank = member.rank() == Rank.OTHER
                    ? member.rankAsGiven()
                    : member.rank().title();
            return rank + (member.lead() ? ", leads the team" : "") + (member.namedContact() ? ", named contact" : "");
        }

        public List<Vacancy> vacancies() {
            return team == null ? List.of() : team.vacancies();
        }
    }
}
