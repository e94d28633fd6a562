package org.bluelamp.directory.team;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.AreaRights;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.AreasChanged;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where teams are entered and changed, with who may do so; announces every change in the same transaction. */
@Service
public class TeamRegister {

    private final Teams teams;
    private final Areas areas;
    private final MeetingRegister meetings;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    TeamRegister(
            Teams teams, Areas areas, MeetingRegister meetings, Outbox outbox, AuditTrail audit, Clock clock) {
        this.teams = teams;
        this.areas = areas;
        this.meetings = meetings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether the person may edit the team: officers and the sergeant of the neighbourhood, and administrators of it or
     * of what lies above.
     */
    public static boolean mayEdit(StaffMember staff, AreaCode area) {
        return AreaRights.mayEdit(staff, area);
    }

    /**
     * Takes over what is told of teams, all or nothing; telling the same again changes nothing.
     *
     * @return the areas whose teams are new or different
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
     * @param readVersion the version the person had before them
     * @return the team as it stands now
     * @throws AccessDeniedException when the person may not edit this team
     * @throws StaleTeam when somebody else changed it meanwhile; nothing is written
     * @throws NoSuchElementException when the area has no team
     * @throws IllegalArgumentException when it cannot be a team; the message says why
     */
    @Transactional
    public Team edit(StaffMember staff, TeamDescription description, long readVersion) {
        if (!mayEdit(staff, description.area())) {
            throw new AccessDeniedException(staff.name() + " may not edit the team of " + description.area());
        }
        Team before = teams.locked(List.of(description.area())).get(description.area());
        if (before == null) {
            throw new NoSuchElementException("No team in " + description.area());
        }
        if (before.version() != readVersion) {
            throw new StaleTeam(before);
        }
        Team after = team(description, before);
        if (after.saysTheSameAs(before)) {
            return before;
        }
        write(List.of(after));
        audit.record(staff, "team.changed", after.area().value(), TeamDifference.between(before, after));
        return after;
    }

    /** A team's event holds its area's name and label, so it is told again when they change. */
    @EventListener
    void areasChanged(AreasChanged event) {
        write(teams.locked(event.codes()).values().stream()
                .map(t -> new Team(
                        t.area(),
                        t.email(),
                        t.telephone(),
                        t.members(),
                        t.vacancies(),
                        t.source(),
                        t.version() + 1,
                        t.changedAt()))
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

    private void write(Collection<Team> changed) {
        if (!changed.isEmpty()) {
            teams.write(changed);
            changed.forEach(team -> meetings.keepHosts(
                    team.area(), team.members().stream().map(Member::id).toList()));
            outbox.appendAll(announcements(changed).stream());
        }
    }

    private Team team(TeamDescription description, @Nullable Team before) {
        Map<String, UUID> knownByName = new HashMap<>();
        if (before != null) {
            before.members().forEach(member -> knownByName.put(member.name(), member.id()));
        }
        Set<UUID> known = Set.copyOf(knownByName.values());
        List<Member> members = description.members().stream()
                .map(p -> new Member(
                        id(p, known, knownByName),
                        p.name(),
                        p.rank(),
                        p.rankAsGiven(),
                        p.lead(),
                        p.namedContact(),
                        p.cover()))
                .toList();
        return new Team(
                description.area(),
                description.email(),
                description.telephone(),
                members,
                description.vacancies(),
                description.source(),
                before == null ? 1 : before.version() + 1,
                clock.instant());
    }

    /** Only a person of this team keeps an id: nobody can take over somebody of another team by naming theirs. */
    private static UUID id(TeamDescription.Person person, Set<UUID> known, Map<String, UUID> knownByName) {
        if (person.id() != null) {
            return known.contains(person.id()) ? person.id() : UUID.randomUUID();
        }
        UUID sameName = knownByName.remove(person.name());
        return sameName == null ? UUID.randomUUID() : sameName;
    }
}
