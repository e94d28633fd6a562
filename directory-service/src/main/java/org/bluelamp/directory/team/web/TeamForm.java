package org.bluelamp.directory.team.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.bluelamp.directory.team.TeamDescription;
import org.bluelamp.directory.team.TeamDescription.Person;
import org.bluelamp.directory.team.Vacancy;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which staff edit a team, as it was sent.
 *
 * @param version of the team that the person had before them
 * @param members those there are and empty rows for new ones; a row without a name or marked to go is nobody
 * @param vacancies rows without a rank are none
 */
record TeamForm(
        long version,

        @Email(message = "Enter an email address like name@example.com")
        @Size(max = 254, message = "The email address must be 254 characters or fewer")
        String email,

        @Size(max = 40, message = "The telephone number must be 40 characters or fewer")
        String telephone,

        @Valid @Size(max = 60, message = "A team has 60 people at most")
        List<Row> members,

        @Valid @Size(max = 20, message = "A team has 20 vacancies at most")
        List<VacancyRow> vacancies) {

    private static final int SPARE = 2;
    private static final String LEAD = "lead";
    private static final String NAMED_CONTACT = "named-contact";
    private static final String REMOVE = "remove";

    TeamForm {
        email = text(email);
        telephone = text(telephone);
        members = members == null ? List.of() : members;
        vacancies = vacancies == null ? List.of() : vacancies;
    }

    /** One person. */
    record Row(
            String id,

            @Size(max = 120, message = "A name must be 120 characters or fewer")
            String name,

            String rank,

            @Size(max = 300, message = "The note about cover must be 300 characters or fewer")
            String cover,

            List<String> duties) {

        Row {
            id = text(id);
            name = text(name);
            rank = rank == null || rank.isBlank() ? Rank.PC.key() : rank;
            cover = text(cover);
            duties = duties == null ? List.of() : duties;
        }

        static Row empty() {
            return new Row("", "", Rank.PC.key(), "", List.of());
        }

        boolean stays() {
            return !name.isEmpty() && !duties.contains(REMOVE);
        }

        boolean has(String duty) {
            return stays() && duties.contains(duty);
        }
    }

    /** One vacant post. */
    record VacancyRow(
            String rank,

            @Size(max = 300, message = "The note about cover must be 300 characters or fewer")
            String cover) {

        VacancyRow {
            rank = text(rank);
            cover = text(cover);
        }
    }

    /** The form as it is first shown. */
    static TeamForm of(Team team) {
        List<Row> rows = new ArrayList<>();
        for (Member member : team.members()) {
            List<String> duties = new ArrayList<>();
            if (member.lead()) {
                duties.add(LEAD);
            }
            if (member.namedContact()) {
                duties.add(NAMED_CONTACT);
            }
            rows.add(new Row(
                    member.id().toString(),
                    member.name(),
                    member.rank().key(),
                    Objects.requireNonNullElse(member.cover(), ""),
                    duties));
        }
        List<VacancyRow> posts = new ArrayList<>();
        for (Vacancy vacancy : team.vacancies()) {
            posts.add(new VacancyRow(vacancy.rank().key(), Objects.requireNonNullElse(vacancy.cover(), "")));
        }
        return new TeamForm(
                        team.version(),
                        Objects.requireNonNullElse(team.email(), ""),
                        Objects.requireNonNullElse(team.telephone(), ""),
                        rows,
                        posts)
                .withSpareRows();
    }

    /** As many empty rows at the end as somebody new is likely to need. */
    TeamForm withSpareRows() {
        List<Row> rows = new ArrayList<>(members);
        long empty = rows.stream().filter(row -> row.name().isEmpty()).count();
        for (long i = empty; i < SPARE; i++) {
            rows.add(Row.empty());
        }
        List<VacancyRow> posts = new ArrayList<>(vacancies);
        if (posts.stream().noneMatch(post -> post.rank().isEmpty())) {
            posts.add(new VacancyRow("", ""));
        }
        return new TeamForm(version, email, telephone, rows, posts);
    }

    TeamForm atVersion(long newVersion) {
        return new TeamForm(newVersion, email, telephone, members, vacancies);
    }

    /** What the form's rows say together that no team can be. */
    void check(Errors errors) {
        boolean lead = false;
        boolean contact = false;
        for (int i = 0; i < members.size(); i++) {
            Row row = members.get(i);
            String field = "members[" + i + "]";
            if (!known(row.rank())) {
                errors.rejectValue(field + ".rank", "unknown", "Choose a rank from the list");
                continue;
            }
            if (row.name().isEmpty() && !row.id().isEmpty() && !row.duties().contains(REMOVE)) {
                errors.rejectValue(field + ".name", "NotBlank", "Enter a name, or choose that the person leaves");
            }
            if (row.has(LEAD)) {
                if (lead) {
                    errors.rejectValue(field + ".duties", "two", "Choose only one person who leads the team");
                } else if (!Rank.ofKey(row.rank()).canLead()) {
                    errors.rejectValue(
                            field + ".duties", "rank", "Choose a sergeant or somebody above to lead the team");
                }
                lead = true;
            }
            if (row.has(NAMED_CONTACT)) {
                if (contact) {
                    errors.rejectValue(field + ".duties", "two", "Choose only one named contact");
                }
                contact = true;
            }
        }
        for (int i = 0; i < vacancies.size(); i++) {
            VacancyRow post = vacancies.get(i);
            if (!post.rank().isEmpty() && !known(post.rank())) {
                errors.rejectValue("vacancies[" + i + "].rank", "unknown", "Choose a rank from the list");
            } else if (post.rank().isEmpty() && !post.cover().isEmpty()) {
                errors.rejectValue("vacancies[" + i + "].rank", "NotBlank", "Choose the rank of the vacant post");
            }
        }
    }

    /** What is to be saved, once {@link #check} found nothing. */
    TeamDescription description(Team before) {
        Map<UUID, Member> known = before.members().stream().collect(Collectors.toMap(Member::id, Function.identity()));
        List<Person> people = members.stream()
                .filter(Row::stays)
                .map(row -> person(row, known))
                .toList();
        List<Vacancy> posts = vacancies.stream()
                .filter(post -> !post.rank().isEmpty())
                .map(post -> new Vacancy(Rank.ofKey(post.rank()), orNull(post.cover())))
                .toList();
        return new TeamDescription(before.area(), orNull(email), orNull(telephone), people, posts, before.source());
    }

    private static Person person(Row row, Map<UUID, Member> known) {
        UUID id = uuid(row.id());
        Rank rank = Rank.ofKey(row.rank());
        Member before = id == null ? null : known.get(id);
        return new Person(
                id,
                row.name(),
                rank,
                before != null && before.rank() == rank ? before.rankAsGiven() : rank.title(),
                row.has(LEAD),
                row.has(NAMED_CONTACT),
                orNull(row.cover()));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static boolean known(String rank) {
        for (Rank one : Rank.values()) {
            if (one.key().equals(rank)) {
                return true;
            }
        }
        return false;
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
