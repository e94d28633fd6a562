package org.bluelamp.directory.yourarea;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.news.Headline;
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

        public Optional<Member> firstContact() {
            return Optional.ofNullable(team).flatMap(Team::firstContact);
        }

        /** Everybody, by rank, the highest first; inside a rank the lead first, then in the team's own order. */
        public Map<Rank, List<Member>> byRank() {
            Map<Rank, List<Member>> ranks = new TreeMap<>((a, b) -> b.compareTo(a));
            if (team != null) {
                ranks.putAll(team.members().stream().collect(Collectors.groupingBy(Member::rank)));
            }
            return ranks;
        }

        public List<Vacancy> vacancies() {
            return team == null ? List.of() : team.vacancies();
        }
    }
}
