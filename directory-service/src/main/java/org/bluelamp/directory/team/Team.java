package org.bluelamp.directory.team;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.directory.meeting.Hosts;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * The people who police one neighbourhood. Cover that has ended is in no team that {@link Teams} hands out.
 *
 * @param area the neighbourhood's code
 * @param members in the order they are shown
 * @param source id of the {@link org.bluelamp.directory.source.Source} it came from
 * @param version rises with every change
 * @param changedAt since when it is known as it is
 * @param confirmedAt when its staff last entered something or said that all is still right; not before changedAt
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Team(
        AreaCode area,
        @Nullable String email,
        @Nullable String telephone,
        List<Member> members,
        List<Vacancy> vacancies,
        String source,
        long version,
        Instant changedAt,
        Instant confirmedAt) {

    /**
     * @throws IllegalArgumentException when two lead it, two are the named contact, a rank that cannot lead leads, or
     *     cover is given by somebody who is not of the team
     */
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
        List<UUID> ids = members.stream().map(Member::id).toList();
        Stream.concat(members.stream().map(Member::cover), vacancies.stream().map(Vacancy::cover))
                .filter(Objects::nonNull)
                .map(Cover::by)
                .filter(by -> by != null && !ids.contains(by))
                .findFirst()
                .ifPresent(by -> {
                    throw new IllegalArgumentException(
                            "Somebody who is not of the team of " + area + " is said to stand in there");
                });
    }

    /** Who leads it; empty when the post is vacant. */
    public Optional<Member> lead() {
        return members.stream().filter(Member::lead).findFirst();
    }

    /** The person residents are told to turn to, if one is named. */
    public Optional<Member> namedContact() {
        return members.stream().filter(Member::namedContact).findFirst();
    }

    /** Whom residents turn to first: the named contact, or failing one the lead. */
    public Optional<Member> firstContact() {
        return namedContact().or(this::lead);
    }

    /** The member of that id. */
    public Optional<Member> member(UUID id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** Those who may host its meetings: everybody of the team. */
    public List<Hosts.Host> hosts() {
        return members.stream()
                .map(member -> new Hosts.Host(
                        member.id(),
                        member.title(),
                        inWords(member.cover()),
                        member.cover() == null ? null : member.cover().until()))
                .toList();
    }

    /**
     * Cover as readers see it, for example "PC Amy Stone covers until 3 May. On a course". It needs no year, as cover
     * ends within one.
     *
     * @param cover of one of this team's members or vacancies, or null
     * @return null when there is none
     */
    public @Nullable String inWords(@Nullable Cover cover) {
        if (cover == null) {
            return null;
        }
        String until = cover.until() == null ? "" : " until " + LondonTime.dayOfYear(cover.until());
        if (cover.by() == null) {
            String note = Objects.requireNonNull(cover.note());
            return until.isEmpty() ? note : note.replaceFirst("\\.$", "") + "," + until;
        }
        String who = member(cover.by()).orElseThrow().title() + " covers" + until;
        return cover.note() == null ? who : who + ". " + cover.note();
    }

    /** What is held, in the form in which it is told. */
    public TeamDescription described() {
        return new TeamDescription(
                area,
                email,
                telephone,
                members.stream()
                        .map(m -> new TeamDescription.Person(
                                m.id(),
                                m.name(),
                                m.rank(),
                                m.rankAsGiven(),
                                m.lead(),
                                m.namedContact(),
                                m.cover(),
                                m.bio(),
                                m.contact()))
                        .toList(),
                vacancies,
                source);
    }

    /** The same team, reached this way. */
    public Team contact(@Nullable String newEmail, @Nullable String newTelephone) {
        return new Team(area, newEmail, newTelephone, members, vacancies, source, version, changedAt, confirmedAt);
    }

    /** The same team with these people. */
    public Team members(List<Member> newMembers) {
        return new Team(area, email, telephone, newMembers, vacancies, source, version, changedAt, confirmedAt);
    }

    /** The same team with these vacant posts. */
    public Team vacancies(List<Vacancy> newVacancies) {
        return new Team(area, email, telephone, members, newVacancies, source, version, changedAt, confirmedAt);
    }

    /** The same team with the person, in the place of the one of the same id or else last. */
    public Team with(Member person) {
        List<Member> people = new ArrayList<>(members);
        people.replaceAll(one -> one.id().equals(person.id()) ? person : one);
        if (!people.contains(person)) {
            people.add(person);
        }
        return members(people);
    }

    /** The same team without the cover that ended before today. */
    Team withoutEndedCover(LocalDate today) {
        return members(members.stream()
                        .map(m -> m.cover(current(m.cover(), today)))
                        .toList())
                .vacancies(vacancies.stream()
                        .map(v -> new Vacancy(v.rank(), current(v.cover(), today)))
                        .toList());
    }

    private static @Nullable Cover current(@Nullable Cover cover, LocalDate today) {
        return cover == null || cover.endedBefore(today) ? null : cover;
    }

    Team stamped(long newVersion, Instant changed, Instant confirmed) {
        return new Team(area, email, telephone, members, vacancies, source, newVersion, changed, confirmed);
    }

    /** Whether the other says the same of the same team, whatever its version. */
    boolean saysTheSameAs(Team other) {
        return equals(other.stamped(version, changedAt, confirmedAt));
    }
}
