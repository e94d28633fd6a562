package org.bluelamp.directory.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.AreaRights;
import org.bluelamp.directory.history.CannotUndo;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.history.Undoable;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one way meetings change, with who may do so; records and announces every change in the same transaction. */
@Service
public class MeetingRegister implements Undoable {

    private static final String SUBJECT = "meeting";

    /** A series is announced again when no occurrence later than this from now was announced. */
    static final Duration ANNOUNCED_AHEAD = Duration.ofDays(60);

    private final Meetings meetings;
    private final Hosts hosts;
    private final Outbox outbox;
    private final History history;
    private final JsonMapper json;
    private final Clock clock;

    MeetingRegister(Meetings meetings, Hosts hosts, Outbox outbox, History history, JsonMapper json, Clock clock) {
        this.meetings = meetings;
        this.hosts = hosts;
        this.outbox = outbox;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes over what a source tells of an area's meetings, all or nothing; telling the same again changes nothing. A
     * meeting is known again by its title and start. One that is still to come and is no longer told of is cancelled;
     * one that is over stays. What staff entered or changed since is left alone. A host who is not of the team is left
     * out.
     *
     * @param source id of a {@link org.bluelamp.directory.source.Source}
     * @return the meetings that are new or different
     */
    @Transactional
    public List<UUID> put(AreaCode area, List<MeetingDescription> described, String source) {
        Map<String, Meeting> held = meetings.lockedAsTold(area).stream()
                .collect(Collectors.toMap(meeting -> Objects.requireNonNull(meeting.toldAs()), Function.identity()));
        List<Hosts.Host> team = hosts.of(area);
        List<UUID> changed = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (MeetingDescription told : described) {
            String key = source + " " + told.schedule().startsAt() + " " + told.title();
            int nth = times.merge(key, 1, Integer::sum);
            String toldAs = nth == 1 ? key : key + " #" + nth;
            Meeting before = held.remove(toldAs);
            if (before != null && !before.source().equals(source)) {
                continue;
            }
            MeetingDescription clean = clean(told);
            if (team.stream().noneMatch(host -> host.id().equals(clean.host()))) {
                write(
                        before,
                        newer(before, area, clean.hostedBy(null), dates(before), false, null, toldAs, source),
                        changed);
            } else {
                write(before, newer(before, area, clean, dates(before), false, null, toldAs, source), changed);
            }
        }
        Instant now = clock.instant();
        for (Meeting gone : held.values()) {
            Instant over = gone.overAt();
            if (gone.source().equals(source) && (over == null || over.isAfter(now))) {
                write(gone, cancelled(gone, null, source), changed);
            }
        }
        return changed;
    }

    /**
     * Enters a meeting for a member of staff.
     *
     * @throws AccessDeniedException when the person may not edit the area
     * @throws IllegalArgumentException when the host is not of the area's team
     */
    @Transactional
    public Meeting add(StaffMember staff, AreaCode area, MeetingDescription description) {
        mayEdit(staff, area);
        ofTheTeam(area, description.host());
        Meeting after = newer(null, area, clean(description), new TreeMap<>(), false, null, null, Sources.STAFF);
        write(null, after, new ArrayList<>());
        record(staff, null, after, after.title() + " added");
        return after;
    }

    /**
     * Changes a meeting, and with it all its dates, for a member of staff.
     *
     * @param readVersion the version the person had before them
     * @return the meeting as it stands now
     * @throws AccessDeniedException when the person may not edit its area
     * @throws StaleMeeting when somebody else changed it meanwhile; nothing is written
     * @throws NoSuchElementException when there is no such meeting
     * @throws IllegalArgumentException when it is cancelled, or the host is not of the area's team
     */
    @Transactional
    public Meeting change(StaffMember staff, UUID id, MeetingDescription description, long readVersion) {
        Meeting before = toEdit(staff, id, readVersion);
        if (!Objects.equals(before.host(), description.host())) {
            ofTheTeam(before.area(), description.host());
        }
        SortedMap<LocalDate, String> dates = new TreeMap<>(before.cancelledDates());
        dates.keySet().removeIf(date -> description.schedule().on(date).isEmpty());
        Meeting after =
                newer(before, before.area(), clean(description), dates, false, null, before.toldAs(), Sources.STAFF);
        return edited(staff, before, after, MeetingDifference.between(before, after));
    }

    /**
     * Cancels one date of a series.
     *
     * @param reason what residents are told
     * @throws AccessDeniedException when the person may not edit its area
     * @throws StaleMeeting when somebody else changed it meanwhile; nothing is written
     * @throws NoSuchElementException when there is no such meeting, or it does not take place on that date
     * @throws IllegalArgumentException when it is cancelled as a whole
     */
    @Transactional
    public Meeting cancelDate(StaffMember staff, UUID id, LocalDate date, String reason, long readVersion) {
        Meeting before = toEdit(staff, id, readVersion);
        if (before.schedule().on(date).isEmpty()) {
            throw new NoSuchElementException("The meeting " + id + " does not take place on " + date);
        }
        SortedMap<LocalDate, String> dates = new TreeMap<>(before.cancelledDates());
        dates.put(date, reason.strip());
        Meeting after =
                newer(before, before.area(), before.described(), dates, false, null, before.toldAs(), Sources.STAFF);
        return edited(
                staff,
                before,
                after,
                before.title() + ": cancelled on " + LondonTime.day(date) + ", " + reason.strip());
    }

    /**
     * Cancels a meeting with all its dates.
     *
     * @param reason what residents are told
     * @throws AccessDeniedException when the person may not edit its area
     * @throws StaleMeeting when somebody else changed it meanwhile; nothing is written
     * @throws NoSuchElementException when there is no such meeting
     * @throws IllegalArgumentException when it is cancelled already
     */
    @Transactional
    public Meeting cancel(StaffMember staff, UUID id, String reason, long readVersion) {
        Meeting before = toEdit(staff, id, readVersion);
        return edited(
                staff,
                before,
                cancelled(before, reason.strip(), Sources.STAFF),
                before.title() + ": cancelled, " + reason.strip());
    }

    /** What a member of a team hosts that is still to come, so that it is given to somebody else before they leave. */
    public List<Meeting> hostedBy(UUID member) {
        return meetings.hostedBy(member, clock.instant());
    }

    /** Lets go of hosts who are not, or no longer, among the members of an area's team. */
    @Transactional
    public void keepHosts(AreaCode area, Collection<UUID> members) {
        for (Meeting before : meetings.lockedWithHostsOtherThan(area, members)) {
            write(before, hosted(before, null), new ArrayList<>());
        }
    }

    /**
     * Announces some series again whose announced occurrences run out.
     *
     * @return how many; as many as asked for means there may be more
     */
    @Transactional
    int announceAgain(int most) {
        List<Meeting> due = meetings.claimToAnnounce(clock.instant().plus(ANNOUNCED_AHEAD), most);
        for (Meeting meeting : due) {
            announce(meeting.again());
        }
        return due.size();
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public boolean mayUndo(StaffMember staff, Change change) {
        return AreaRights.mayEdit(staff, change.area());
    }

    /** Undoing that a meeting was entered cancels it: calendars may hold it already. */
    @Override
    @Transactional
    public long undo(StaffMember staff, Change change) {
        Meeting now = meetings.locked(UUID.fromString(change.subjectId())).orElseThrow();
        MeetingState before = read(change.before());
        if (!MeetingState.of(now).equals(read(change.after()))) {
            throw history.changedSince(change);
        }
        Meeting after;
        if (before == null) {
            after = cancelled(now, "Entered by mistake", Sources.STAFF);
        } else {
            MeetingDescription described = before.described();
            after = newer(
                    now,
                    now.area(),
                    isOfTheTeam(now.area(), described.host()) ? described : described.hostedBy(null),
                    before.cancelledDates(),
                    before.cancelled(),
                    before.reason(),
                    now.toldAs(),
                    before.source());
        }
        if (after.saysTheSameAs(now)) {
            throw new CannotUndo("Nothing of this change is left to undo.");
        }
        announce(after);
        return record(staff, now, after, after.title() + ": as it was before");
    }

    private @Nullable MeetingState read(@Nullable JsonNode recorded) {
        return recorded == null ? null : json.treeToValue(recorded, MeetingState.class);
    }

    private long record(StaffMember staff, @Nullable Meeting before, Meeting after, String what) {
        return history.record(
                staff,
                after.area(),
                SUBJECT,
                after.id().toString(),
                before == null ? null : MeetingState.of(before),
                MeetingState.of(after),
                what);
    }

    /** As it is announced now. */
    MeetingChanged announcement(Meeting meeting) {
        return MeetingChanged.of(meeting, clock.instant());
    }

    private Meeting toEdit(StaffMember staff, UUID id, long readVersion) {
        Meeting before = meetings.locked(id).orElseThrow(() -> new NoSuchElementException("No meeting " + id));
        mayEdit(staff, before.area());
        if (before.version() != readVersion) {
            throw new StaleMeeting(before);
        }
        if (before.cancelled()) {
            throw new IllegalArgumentException("The meeting " + id + " is cancelled");
        }
        return before;
    }

    private Meeting edited(StaffMember staff, Meeting before, Meeting after, String what) {
        List<UUID> changed = new ArrayList<>();
        write(before, after, changed);
        if (changed.isEmpty()) {
            return before;
        }
        record(staff, before, after, what);
        return after;
    }

    private void write(@Nullable Meeting before, Meeting after, List<UUID> changed) {
        if (before == null || !after.saysTheSameAs(before)) {
            announce(after);
            changed.add(after.id());
        }
    }

    private void announce(Meeting meeting) {
        MeetingChanged announcement = announcement(meeting);
        meetings.write(meeting, announcement.until());
        outbox.append(announcement.event(meeting.version()));
    }

    private static void mayEdit(StaffMember staff, AreaCode area) {
        if (!AreaRights.mayEdit(staff, area)) {
            throw new AccessDeniedException(staff.name() + " may not edit the meetings of " + area);
        }
    }

    private void ofTheTeam(AreaCode area, @Nullable UUID host) {
        if (!isOfTheTeam(area, host)) {
            throw new IllegalArgumentException("The host of a meeting is of the team of " + area);
        }
    }

    private boolean isOfTheTeam(AreaCode area, @Nullable UUID host) {
        return host == null || hosts.of(area).stream().anyMatch(one -> one.id().equals(host));
    }

    private Meeting cancelled(Meeting before, @Nullable String reason, String source) {
        return newer(
                before,
                before.area(),
                before.described(),
                before.cancelledDates(),
                true,
                reason,
                before.toldAs(),
                source);
    }

    private Meeting hosted(Meeting before, @Nullable UUID host) {
        return newer(
                before,
                before.area(),
                before.described().hostedBy(host),
                before.cancelledDates(),
                before.cancelled(),
                before.reason(),
                before.toldAs(),
                before.source());
    }

    private Meeting newer(
            @Nullable Meeting before,
            AreaCode area,
            MeetingDescription described,
            SortedMap<LocalDate, String> cancelledDates,
            boolean cancelled,
            @Nullable String reason,
            @Nullable String toldAs,
            String source) {
        UUID id = before == null ? UUID.randomUUID() : before.id();
        return new Meeting(
                id,
                area,
                meetings.path(area, id),
                described,
                cancelledDates,
                cancelled,
                reason,
                toldAs,
                source,
                before == null ? 1 : before.version() + 1,
                clock.instant());
    }

    private static MeetingDescription clean(MeetingDescription described) {
        String html = described.description();
        return html == null ? described : described.describedAs(SafeHtml.clean(html));
    }

    private static SortedMap<LocalDate, String> dates(@Nullable Meeting before) {
        return before == null ? new TreeMap<>() : before.cancelledDates();
    }
}
