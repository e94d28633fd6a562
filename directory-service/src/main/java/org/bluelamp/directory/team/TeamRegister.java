package org.bluelamp.directory.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaRights;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.AreasChanged;
import org.bluelamp.directory.history.CannotUndo;
import org.bluelamp.directory.history.Change;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.history.Undoable;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.retention.Expiring;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where teams are entered and changed, with who may do so; records and announces every change in the same transaction.
 * Once an hour it clears away cover that has ended, which is a change too.
 */
@Service
public class TeamRegister implements Undoable, Expiring {

    private static final String SUBJECT = "team";

    private final Teams teams;
    private final Areas areas;
    private final MeetingRegister meetings;
    private final Outbox outbox;
    private final History history;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    TeamRegister(
            Teams teams,
            Areas areas,
            MeetingRegister meetings,
            Outbox outbox,
            History history,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.teams = teams;
        this.areas = areas;
        this.meetings = meetings;
        this.outbox = outbox;
        this.history = history;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes over what is told of teams, all or nothing; telling the same again changes nothing.
     *
     * @return the areas whose teams are new or different
     * @throws IllegalArgumentException when one cannot be a team; the message says why
     */
    @Transactional
    public List<AreaCode> put(Collection<TeamDescription> described) {
        Map<AreaCode, Team> held =
                teams.locked(described.stream().map(TeamDescription::area).toList());
        List<Team> changed = new ArrayList<>();
        for (TeamDescription description : described) {
            Team before = held.get(description.area());
            Team after = team(description, before);
            if (before == null || !after.saysTheSameAs(before)) {
                changed.add(after);
            }
        }
        write(changed);
        return changed.stream().map(Team::area).toList();
    }

    /**
     * Changes one team for a member of staff.
     *
     * @param change makes the team that is to be of the one there is, which nobody else changes meanwhile; whatever it
     *     throws leaves all as it was
     * @return the team as it stands now
     * @throws AccessDeniedException when the person may not edit this team
     * @throws NoSuchElementException when the area has no team
     * @throws IllegalArgumentException when it cannot be a team; the message says why
     */
    @Transactional
    public Team edit(StaffMember staff, AreaCode area, UnaryOperator<Team> change) {
        Team before = held(staff, area);
        Team after = next(before, change.apply(before));
        if (after.saysTheSameAs(before)) {
            return before;
        }
        save(staff, before, after);
        return after;
    }

    /**
     * Notes that a member of staff looked at the team's entry and found it right.
     *
     * @throws AccessDeniedException when the person may not edit this team
     * @throws NoSuchElementException when the area has no team
     */
    @Transactional
    public void confirm(StaffMember staff, AreaCode area) {
        held(staff, area);
        teams.confirm(area);
        audit.record(staff, "team.confirmed", area.value(), "");
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public boolean mayUndo(StaffMember staff, Change change) {
        return AreaRights.mayEdit(staff, change.area());
    }

    @Override
    @Transactional
    public long undo(StaffMember staff, Change change) {
        Team now = held(staff, change.area());
        try {
            Team undone = TeamUndo.of(read(change.before()), read(change.after()), now)
                    .orElseThrow(() -> history.changedSince(change));
            Team after = next(now, teams.withKnownPhotos(undone));
            if (after.saysTheSameAs(now)) {
                throw new CannotUndo("Nothing of this change is left to undo.");
            }
            return save(staff, now, after);
        } catch (IllegalArgumentException noTeam) {
            throw new CannotUndo("It cannot be again as it was: " + noTeam.getMessage() + ".");
        }
    }

    /** Clears away cover that has ended and tells so, a team's all at once. */
    @Override
    @Transactional
    public int deleteExpired(Instant now, int limit) {
        LocalDate today = LocalDate.ofInstant(now, LondonTime.ZONE);
        List<Team> ended = teams.locked(teams.withEndedCover(today, limit)).values().stream()
                .map(team -> team.stamped(team.version() + 1, now, team.confirmedAt()))
                .toList();
        write(ended);
        ended.forEach(team -> history.recordByItself(
                team.area(), SUBJECT, team.area().value(), null, team, "Cover ended on its last day"));
        return ended.size();
    }

    /** A team's event holds its area's name and label, so it is told again when they change. */
    @EventListener
    void areasChanged(AreasChanged event) {
        write(teams.locked(event.codes()).values().stream()
                .map(team -> team.stamped(team.version() + 1, team.changedAt(), team.confirmedAt()))
                .toList());
    }

    /** All teams as the events that tell of them. */
    List<OutgoingEvent> announcements(Collection<Team> of) {
        Map<AreaCode, Area> names = areas.all(of.stream().map(Team::area).toList()).stream()
                .collect(Collectors.toMap(Area::code, Function.identity()));
        List<OutgoingEvent> events = new ArrayList<>();
        for (Team team : of) {
            Area area = names.get(team.area());
            if (area != null) {
                events.add(TeamChanged.of(team, area));
            }
        }
        return events;
    }

    private Team held(StaffMember staff, AreaCode area) {
        if (!AreaRights.mayEdit(staff, area)) {
            throw new AccessDeniedException(staff.name() + " may not edit the team of " + area);
        }
        Team team = teams.locked(List.of(area)).get(area);
        if (team == null) {
            throw new NoSuchElementException("No team in " + area);
        }
        return team;
    }

    private Team next(Team before, Team after) {
        Instant now = clock.instant();
        return after.stamped(before.version() + 1, now, now);
    }

    private long save(StaffMember staff, Team before, Team after) {
        write(List.of(after));
        return history.record(
                staff,
                after.area(),
                SUBJECT,
                after.area().value(),
                before,
                after,
                TeamDifference.between(before, after));
    }

    private void write(Collection<Team> changed) {
        if (!changed.isEmpty()) {
            teams.write(changed);
            changed.forEach(team -> meetings.keepHosts(
                    team.area(), team.members().stream().map(Member::id).toList()));
            outbox.appendAll(announcements(changed).stream());
        }
    }

    private Team read(@Nullable JsonNode recorded) {
        Team team = json.treeToValue(Objects.requireNonNull(recorded), Team.class);
        return team.withoutEndedCover(LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
    }

    private Team team(TeamDescription description, @Nullable Team before) {
        Map<UUID, Member> known = new HashMap<>();
        Map<String, Deque<UUID>> knownByName = new HashMap<>();
        if (before != null) {
            before.members().forEach(member -> {
                known.put(member.id(), member);
                knownByName
                        .computeIfAbsent(member.name(), name -> new ArrayDeque<>())
                        .add(member.id());
            });
        }
        List<UUID> ids = new ArrayList<>();
        for (TeamDescription.Person person : description.members()) {
            ids.add(person.id() != null ? person.id() : idOf(person.name(), knownByName));
        }
        Set<UUID> everybody = new HashSet<>(ids);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            TeamDescription.Person told = description.members().get(i);
            Member held = known.get(ids.get(i));
            members.add(new Member(
                    ids.get(i),
                    told.name(),
                    told.rank(),
                    told.rankAsGiven(),
                    told.lead(),
                    told.namedContact(),
                    within(everybody, told.cover()),
                    told.bio(),
                    new TreeMap<>(told.contact()),
                    held == null ? null : held.photo()));
        }
        Instant now = clock.instant();
        return new Team(
                description.area(),
                description.email(),
                description.telephone(),
                members,
                description.vacancies().stream()
                        .map(post -> new Vacancy(post.rank(), within(everybody, post.cover())))
                        .toList(),
                description.source(),
                before == null ? 1 : before.version() + 1,
                now,
                now);
    }

    /** Of two who have the same name, the first told of is the first known. */
    private static UUID idOf(String name, Map<String, Deque<UUID>> knownByName) {
        Deque<UUID> sameName = knownByName.getOrDefault(name, new ArrayDeque<>());
        return sameName.isEmpty() ? UUID.randomUUID() : sameName.remove();
    }

    /** Cover by somebody who is not of the team says only the rest. */
    private static @Nullable Cover within(Set<UUID> team, @Nullable Cover cover) {
        if (cover == null || cover.by() == null || team.contains(cover.by())) {
            return cover;
        }
        return cover.note() == null ? null : new Cover(null, cover.note(), cover.until());
    }
}
