package org.bluelamp.directory.yourarea;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.meeting.web.MeetingParts;
import org.bluelamp.directory.news.Headline;
import org.bluelamp.directory.photo.Photos;
import org.bluelamp.directory.priority.TeamPriorities;
import org.bluelamp.directory.station.OpenNow;
import org.bluelamp.directory.station.OpeningHours;
import org.bluelamp.directory.station.Station;
import org.bluelamp.directory.station.web.TypedHours;
import org.bluelamp.directory.team.Cover;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.Vacancy;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/** What the pages of areas show. */
public final class AreaPages {

    private AreaPages() {}

    /**
     * A force's districts with their neighbourhoods.
     *
     * @param others the other forces we hold
     */
    public record ForcePage(
            String name,
            String label,
            List<Area> districts,
            Map<AreaCode, List<Area>> neighbourhoods,
            AreaMap map,
            List<Area> others,
            List<String> notices) {

        public List<Area> of(Area district) {
            return neighbourhoods.getOrDefault(district.code(), List.of());
        }
    }

    /** A neighbourhood with the names of the places its team serves. */
    public record Served(Area area, List<String> places) {}

    /** One district. */
    public record DistrictPage(
            Area district,
            List<Served> neighbourhoods,
            AreaMap map,
            List<Headline> news,
            List<MeetingParts.Entry> meetings,
            List<String> notices) {

        public String signUp() {
            return AreaPaths.signUp(district.code());
        }
    }

    /**
     * One neighbourhood.
     *
     * @param team null when none is known
     * @param haveYourSay address of the page on which residents tell the team what matters; null where there is none
     * @param stations of the neighbourhood, then of its district
     * @param now for what is open at the moment
     */
    public record NeighbourhoodPage(
            Area area,
            Area district,
            @Nullable Team team,
            List<String> places,
            TeamPriorities priorities,
            List<Headline> news,
            MeetingParts.OfTeam meetings,
            List<Area> beside,
            AreaMap map,
            @Nullable String haveYourSay,
            List<Station> stations,
            ZonedDateTime now,
            List<String> notices) {

        public String signUp() {
            return AreaPaths.signUp(area.code());
        }

        /** Address of the form with which residents write to the team; null where there is none. */
        public @Nullable String contactForm() {
            return haveYourSay == null ? null : haveYourSay + "/contact";
        }

        public OpenNow openNow(OpeningHours opening) {
            return opening.at(now);
        }

        /** A day's times as a reader is told them. */
        public String times(OpeningHours opening, DayOfWeek day) {
            String times = TypedHours.write(opening.on(day));
            return times.isEmpty() ? "Closed" : times.equals("all day") ? "Open all day" : times;
        }

        public String dayName(DayOfWeek day) {
            return TypedHours.name(day);
        }

        /** Cover in words; null when there is none. */
        public @Nullable String cover(@Nullable Cover cover) {
            return team == null ? null : team.inWords(cover);
        }

        public @Nullable String smallPhoto(Member member) {
            return member.photo() == null ? null : Photos.small(member.photo());
        }

        public @Nullable String largePhoto(Member member) {
            return member.photo() == null ? null : Photos.large(member.photo());
        }

        /** Whether the team said later than its last change that all is still right. */
        public boolean confirmedSince() {
            return team != null && !LondonTime.day(team.confirmedAt()).equals(LondonTime.day(team.changedAt()));
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
