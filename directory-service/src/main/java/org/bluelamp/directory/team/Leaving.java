package org.bluelamp.directory.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluelamp.directory.history.History;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person leaves a team: what points to them is given to others first, and all of it happens or none. */
@Service
public class Leaving {

    private final TeamRegister teams;
    private final MeetingRegister meetings;
    private final History history;

    Leaving(TeamRegister teams, MeetingRegister meetings, History history) {
        this.teams = teams;
        this.meetings = meetings;
        this.history = history;
    }

    /**
     * Who takes over what. Ids are of the same team; null and what is not named go to nobody.
     *
     * @param lead who leads from now on, when the person did
     * @param namedContact who is the named contact from now on, when the person was
     * @param covers who stands in from now on, by the person whom the leaver covered
     * @param posts who covers from now on, by the place of the vacant post in the team
     * @param hosts who hosts from now on, by meeting
     * @param vacant whether the person's post is vacant from now on
     */
    public record Handover(
            @Nullable UUID lead,
            @Nullable UUID namedContact,
            Map<UUID, UUID> covers,
            Map<Integer, UUID> posts,
            Map<UUID, UUID> hosts,
            boolean vacant) {}

    /** The meetings to come that the person hosts. */
    public List<Meeting> hostedBy(UUID person) {
        return meetings.hostedBy(person);
    }

    /**
     * Lets the person go. It is one deed: undoing it gives the person back their meetings too.
     *
     * @param seen what must still be so of the team for the handover to be complete; throws otherwise
     * @throws StaleTeam when the person is gone already
     * @throws IllegalArgumentException when the team cannot be so; the message says why
     */
    @Transactional
    public Team leave(StaffMember staff, AreaCode area, UUID person, Handover handover, Check seen) {
        teams.edit(staff, area, team -> {
            seen.of(team);
            return team;
        });
        return history.asOneDeed(() -> {
            for (Meeting meeting : meetings.hostedBy(person)) {
                UUID to = handover.hosts().get(meeting.id());
                meetings.change(staff, meeting.id(), meeting.described().hostedBy(to), meeting.version());
            }
            return teams.edit(staff, area, team -> without(person, team, handover));
        });
    }

    /** Looks at the team before anything is done. */
    @FunctionalInterface
    public interface Check {

        /** @throws StaleTeam when it is not as the page showed it */
        void of(Team team);
    }

    static Team without(UUID id, Team team, Handover handover) {
        Member leaver = team.member(id).orElseThrow(() -> new StaleTeam(team));
        List<Member> others = team.members().stream()
                .filter(member -> !member.id().equals(id))
                .map(member -> member.duties(
                                leaver.lead() ? member.id().equals(handover.lead()) : member.lead(),
                                leaver.namedContact()
                                        ? member.id().equals(handover.namedContact())
                                        : member.namedContact())
                        .cover(handed(member.cover(), id, handover.covers().get(member.id()))))
                .toList();
        List<Vacancy> posts = IntStream.range(0, team.vacancies().size())
                .mapToObj(i -> {
                    Vacancy post = team.vacancies().get(i);
                    return new Vacancy(
                            post.rank(),
                            handed(post.cover(), id, handover.posts().get(i)));
                })
                .toList();
        // Both at once: a team whose members are fewer than its cover names is no team.
        return new Team(
                team.area(),
                team.email(),
                team.telephone(),
                others,
                handover.vacant()
                        ? Stream.concat(posts.stream(), Stream.of(new Vacancy(leaver.rank(), null)))
                                .toList()
                        : posts,
                team.source(),
                team.version(),
                team.changedAt(),
                team.confirmedAt());
    }

    private static @Nullable Cover handed(@Nullable Cover cover, UUID from, @Nullable UUID to) {
        if (cover == null || !from.equals(cover.by())) {
            return cover;
        }
        return to == null && cover.note() == null ? null : new Cover(to, cover.note(), cover.until());
    }
}
