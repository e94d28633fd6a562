package org.bluelamp.directory.meeting.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.meeting.Diary;
import org.bluelamp.directory.meeting.Hosts;
import org.bluelamp.directory.meeting.MeetingKind;
import org.bluelamp.directory.meeting.MeetingTimes;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parts that other pages show of meetings. */
@Component
public class MeetingParts {

    private static final int NEXT_OF_TEAM = 5;
    private static final int NEXT_OF_DISTRICT = 3;

    private final Diary diary;
    private final MeetingAddresses addresses;

    MeetingParts(Diary diary, MeetingAddresses addresses) {
        this.diary = diary;
        this.addresses = addresses;
    }

    /**
     * A date of a meeting as pages list it.
     *
     * @param team the name of the neighbourhood; null on its own page
     * @param host rank and name; null when not known
     */
    public record Entry(
            String title,
            String kind,
            String href,
            String file,
            String day,
            String hours,
            String machine,
            @Nullable String place,
            @Nullable String team,
            @Nullable String host,
            boolean cancelled,
            @Nullable String reason) {

        static Entry of(Occurrence date, @Nullable String team, @Nullable String host) {
            return new Entry(
                    date.meeting().title(),
                    MeetingKind.words(date.meeting().kind()),
                    date.meeting().path(),
                    MeetingAddresses.file(date.meeting()),
                    MeetingTimes.day(date.startsAt()),
                    MeetingTimes.hours(date.startsAt(), date.endsAt()),
                    MeetingTimes.machine(date.startsAt()),
                    date.meeting().place(),
                    team,
                    host,
                    date.cancelled(),
                    date.reason());
        }
    }

    /**
     * The meetings of a team.
     *
     * @param calendar address of the file with all of them
     * @param subscribe address for calendar programs that keep up to date
     * @param plain the same as one types it into such a program
     * @param sources ids of where they come from
     */
    public record OfTeam(
            List<Entry> next,
            List<Entry> past,
            String calendar,
            String subscribe,
            String plain,
            List<String> sources) {}

    /**
     * What the page of a neighbourhood shows.
     *
     * @param hosts those who may host its meetings
     */
    public OfTeam ofTeam(AreaCode area, List<Hosts.Host> hosts) {
        Diary.Dates dates = diary.of(area, NEXT_OF_TEAM);
        Map<UUID, String> titles = hosts.stream().collect(Collectors.toMap(Hosts.Host::id, Hosts.Host::title));
        Function<Occurrence, Entry> entry = date -> Entry.of(date, null, host(titles, date));
        return new OfTeam(
                dates.next().stream().map(entry).toList(),
                dates.past().stream().map(entry).toList(),
                addresses.calendar(area),
                addresses.subscribe(area),
                addresses.calendarWithHost(area),
                dates.sources());
    }

    /** What the page of a district shows of its neighbourhoods. */
    public List<Entry> ofDistrict(AreaCode district, List<Area> neighbourhoods) {
        Map<AreaCode, String> names = new HashMap<>();
        neighbourhoods.forEach(area -> names.put(area.code(), area.name()));
        return diary.next(district, NEXT_OF_DISTRICT).stream()
                .map(date -> Entry.of(date, names.get(date.meeting().area()), null))
                .toList();
    }

    private static @Nullable String host(Map<UUID, String> titles, Occurrence date) {
        UUID host = date.meeting().host();
        return host == null ? null : titles.get(host);
    }
}
