package org.bluelamp.directory.yourarea;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.directory.alert.Alert;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.directory.meeting.web.MeetingParts;
import org.bluelamp.directory.news.Headline;
import org.bluelamp.directory.photo.Photos;
import org.bluelamp.directory.priority.TeamPriorities;
import org.bluelamp.directory.round.Round;
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
     * @param force null while nothing of it is known
     * @param others the other forces we hold
     */
    public record ForcePage(
            @Nullable Area force,
            String label,
            List<Area> districts,
            Map<AreaCode, List<Area>> neighbourhoods,
            AreaMap map,
            List<Area> others,
            List<String> notices) {

        public String name() {
            return force == null ? "" : force.name();
        }

        /** What it says about itself: HTML that has been made safe; null when there is nothing. */
        public @Nullable String about() {
            return force == null ? null : force.details().description();
        }

        /** The ways in which the force itself can be reached, besides 999 and 101. */
        public @Nullable Contact contact() {
            return force == null || force.contact().equals(Contact.NONE) ? null : force.contact();
        }

        /** Its ways to engage with people: what it names itself, then accounts that are not among that. */
        public List<AreaDetails.Link> methods() {
            if (force == null) {
                return List.of();
            }
            List<AreaDetails.Link> methods = new ArrayList<>(force.details().links());
            for (SocialAccount account : force.socialAccounts()) {
                if (methods.stream().noneMatch(method -> account.url().equals(method.url()))) {
                    methods.add(
                            new AreaDetails.Link(account.networkName() + ": " + account.name(), account.url(), null));
                }
            }
            return List.copyOf(methods);
        }

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
            List<Alert> alerts,
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
     * @param alerts those that are live, the most severe first
     * @param round what its residents are asked at present; null for nothing
     * @param haveYourSay address of the page on which residents tell the team what matters; null where there is none
     * @param stations of the neighbourhood, then of its district
     * @param now for what is open at the moment
     */
    public record NeighbourhoodPage(
            Area area,
            Area district,
            @Nullable Team team,
            List<String> places,
            List<Alert> alerts,
            TeamPriorities priorities,
            @Nullable Round round,
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

        /** Address of the page that tells how the team keeps its promises; null where there is none. */
        public @Nullable String scorecard() {
            return haveYourSay == null ? null : haveYourSay.replaceFirst("^/have-your-say", "/scorecard");
        }

        /** Address of the form with which residents write to the team; null where there is none. */
        public @Nullable String contactForm() {
            return haveYourSay == null ? null : haveYourSay + "/contact";
        }

        public OpenNow openNow(OpeningHours opening) {
            return opening.at(now);
        }

        /** A day's times as a reader is told them, for example "9am to 12:30pm, 1:30pm to 5pm". */
        public String times(OpeningHours opening, DayOfWeek day) {
            List<OpeningHours.Span> spans = opening.on(day);
            return spans.isEmpty()
                    ? "Closed"
                    : spans.stream()
                            .map(span -> span.allDay()
                                    ? "Open all day"
                                    : LondonTime.clock(span.from()) + " to " + LondonTime.clock(span.to()))
                            .collect(Collectors.joining(", "));
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

        /** For example "This team looks after Ware and Tonwell, about 19,900 households."; null when nobody told. */
        public @Nullable String serves() {
            String howMany = area.households() != null
                    ? about(area.households(), "households")
                    : area.details().population() != null ? about(area.details().population(), "people") : null;
            if (places.isEmpty()) {
                return howMany == null ? null : "This team looks after " + howMany + ".";
            }
            return "This team looks after " + placesInWords() + (howMany == null ? "" : ", " + howMany) + ".";
        }

        private static String about(int number, String of) {
            return "about " + NumberFormat.getIntegerInstance(Locale.UK).format(number) + " " + of;
        }

        /** For example "Ware, Great Amwell and Tonwell". */
        private String placesInWords() {
            return places.size() < 2
                    ? String.join("", places)
                    : String.join(", ", places.subList(0, places.size() - 1)) + " and " + places.getLast();
        }

        /** Pages about the area elsewhere; the force's own page of it comes first. */
        public List<AreaDetails.Link> links() {
            return Stream.concat(
                            Stream.ofNullable(area.contact().web())
                                    .map(web ->
                                            new AreaDetails.Link(area.name() + " on the force’s own site", web, null)),
                            area.details().links().stream())
                    .filter(link -> link.url() != null || link.description() != null)
                    .toList();
        }

        /** Further ways to reach the team, as its source tells them. */
        public List<OtherWay> otherWays() {
            return area.details().otherContact().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(way -> OtherWay.of(way.getKey(), way.getValue()))
                    .toList();
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

    /**
     * A way to reach a team that is rarely given.
     *
     * @param name of the way, such as "Mobile"
     * @param href null when it is no link
     */
    public record OtherWay(
            String name, String text, @Nullable String href) {

        static OtherWay of(String key, String value) {
            String name = SocialAccount.nameOf(key);
            boolean web = value.startsWith("https://") || value.startsWith("http://");
            String dialled = value.replaceAll("[^+0-9]", "");
            return key.equals("mobile") && !dialled.isEmpty()
                    ? new OtherWay(name, value, "tel:" + dialled)
                    : new OtherWay(name, value, web ? value : null);
        }

        public boolean elsewhere() {
            return href != null && !href.startsWith("tel:");
        }
    }
}
