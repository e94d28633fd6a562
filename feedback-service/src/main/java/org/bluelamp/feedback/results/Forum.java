package org.bluelamp.feedback.results;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.PriorityId;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundDesk;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a neighbourhood picks its priorities from what a round found: all that was decided is kept in one transaction, or
 * nothing of it.
 */
@Service
public class Forum {

    /** The most concerns that are linked to one priority. */
    static final int MOST_CONCERNS = 5_000;

    private final PriorityDesk desk;
    private final RoundDesk rounds;
    private final Priorities priorities;
    private final Results results;
    private final Tallying tallying;
    private final JdbcClient jdbc;

    Forum(
            PriorityDesk desk,
            RoundDesk rounds,
            Priorities priorities,
            Results results,
            Tallying tallying,
            JdbcClient jdbc) {
        this.desk = desk;
        this.rounds = rounds;
        this.priorities = priorities;
        this.results = results;
        this.tallying = tallying;
        this.jdbc = jdbc;
    }

    /**
     * What becomes of a priority that is worked on.
     *
     * @param id the priority
     * @param version as it was seen
     * @param pick not {@link Pick#NEW}
     * @param words the progress, the outcome or the reason
     */
    public record Kept(PriorityId id, long version, Pick pick, String words) {}

    /**
     * A new priority.
     *
     * @param id what it will be known by
     * @param words what it says
     * @param theme the theme whose concerns led to it; null for none
     */
    public record Fresh(
            PriorityId id,
            PriorityDesk.Words words,
            @Nullable String theme) {}

    /**
     * Keeps what was decided: first what ends, so that there is a place for what is new.
     *
     * @throws org.bluelamp.feedback.round.StaleRoundException when the round is not closed any more, or was changed
     * @throws org.bluelamp.feedback.priority.StalePriorityException when a priority was changed meanwhile
     * @throws org.bluelamp.feedback.priority.TooManyPrioritiesException when there would be more than three
     */
    @Transactional
    public void decide(
            StaffMember staff, Closed round, long version, List<Kept> kept, List<Fresh> fresh, String decision) {
        rounds.decide(staff, round.id(), version, decision);
        for (Kept one : kept) {
            switch (one.pick()) {
                case CONTINUED -> desk.review(staff, one.id(), one.version(), one.words());
                case COMPLETED -> desk.complete(staff, one.id(), one.version(), one.words());
                case REPLACED -> desk.replace(staff, one.id(), one.version(), one.words());
                case NEW -> throw new IllegalArgumentException("What is worked on is not new");
            }
            note(round, one.id(), one.pick());
        }
        for (Fresh one : fresh) {
            desk.set(staff, one.id(), round.area(), one.words(), evidence(staff, round, one.theme()));
            note(round, one.id(), Pick.NEW);
        }
    }

    /** What was made of priorities in a round, what is new first. */
    public List<Picked> picked(Round round) {
        record Row(UUID id, String outcome) {}
        return jdbc
                .sql("""
                        select priority_id, outcome
                          from round_priority
                         where round_id = :round
                         order by array_position(array['new', 'continued', 'completed', 'replaced'], outcome), priority_id""")
                .param("round", round.id().value())
                .query((row, n) -> new Row(row.getObject("priority_id", UUID.class), row.getString("outcome")))
                .list()
                .stream()
                .flatMap(row -> priorities
                        .find(new PriorityId(row.id))
                        .map(priority ->
                                new Picked(priority, Pick.of(row.outcome).orElseThrow()))
                        .stream())
                .toList();
    }

    private Set<Reference> evidence(StaffMember staff, Closed round, @Nullable String theme) {
        return theme == null || !desk.mayWeigh(staff, round.area())
                ? Set.of()
                : results
                        .concerns(round, tallying.since(round), round.closedAt(), List.of(theme), MOST_CONCERNS)
                        .stream()
                        .map(Reference::new)
                        .collect(Collectors.toSet());
    }

    private void note(Closed round, PriorityId priority, Pick pick) {
        jdbc.sql("""
                        insert into round_priority (round_id, priority_id, outcome)
                        values (:round, :priority, :outcome)""")
                .param("round", round.id().value())
                .param("priority", priority.value())
                .param("outcome", pick.word())
                .update();
    }
}
