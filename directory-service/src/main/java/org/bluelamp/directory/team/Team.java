package org.bluelamp.directory.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * The people who police one neighbourhood.
 *
 * @param area the neighbourhood's code
 * @param members in the order they are shown
 * @param source id of the {@link org.bluelamp.directory.source.Source} it came from
 * @param version rises with every change
 * @param changedAt since when it is known as it is
 */
public record Team(
        AreaCode area,
        @Nullable String email,
        @Nullable String telephone,
        List<Member> members,
        List<Vacancy> vacancies,
        String source,
        long version,
        Instant changedAt) {

    /** @throws IllegalArgumentException when two lead it, two are the named contact, or a rank that cannot lead leads */
    public Team {
        members = List.copyOf(members);
        vacancies = List.copyOf(vacancies);
        if (members.stream().filter(Member::lead).count() > 1) {
            throw new IllegalArgumentException("The team of " + area + " has two leaders");
        }
        if (members.stream().filter(Member::namedContact).count() > 1) {
            throw new IllegalArgumentException("The team of " + area + " has two named contacts");
        }
        members.stream().filter(Member::lead).filter(m -> !m.rank().canLead()).forEach(m -> {
            throw new IllegalArgumentException(
                    m.title() + " leads the team of " + area + " but is neither a sergeant nor above");
        });
    }

    /** Who leads it; empty when the post is vacant. */
    public Optional<Member> lead() {
        return members.stream().filter(Member::lead).findFirst();
    }

    /** Whom residents turn to first: the named contact, or failing one the lead. */
    public Optional<Member> firstContact() {
        return members.stream().filter(Member::namedContact).findFirst().or(this::lead);
    }

    /** Whether the other says the same of the same team, whatever its version. */
    boolean saysTheSameAs(Team other) {
        return equals(new Team(
                other.area,
                other.email,
                other.telephone,
                other.members,
                other.vacancies,
                other.source,
                version,
                changedAt));
    }
}
