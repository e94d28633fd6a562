package org.bluelamp.directory.team.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bluelamp.directory.Fingerprint;
import org.bluelamp.directory.team.Cover;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Rank;
import org.bluelamp.directory.team.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form in which a person of a team is entered or changed, as it was sent.
 *
 * @param seen fingerprint of the person as the page showed them; empty for a new one
 * @param duties {@code lead}, {@code named-contact}
 * @param coverBy id of the colleague who stands in; empty for nobody
 */
record PersonForm(
        String seen,

        @NotBlank(message = "Enter the person’s name")
        @Size(max = 120, message = "The name must be 120 characters or fewer")
        @Pattern(regexp = "[^<>]*", message = "Enter the name without the characters < and >")
        String name,

        String rank,
        List<String> duties,

        @Size(max = 600, message = "The text must be 600 characters or fewer")
        String bio,

        @Email(message = "Enter an email address like name@example.com")
        @Size(max = 254, message = "The email address must be 254 characters or fewer")
        String email,

        @Size(max = 40, message = "The telephone number must be 40 characters or fewer")
        String telephone,

        String coverBy,

        @Size(max = 200, message = "The note must be 200 characters or fewer")
        String coverNote,

        String until) {

    static final String LEAD = "lead";
    static final String NAMED_CONTACT = "named-contact";

    PersonForm {
        seen = Sent.text(seen);
        name = Sent.text(name);
        rank = rank == null || rank.isBlank() ? Rank.PC.key() : rank;
        duties = duties == null ? List.of() : duties;
        bio = Sent.text(bio);
        email = Sent.text(email);
        telephone = Sent.text(telephone);
        coverBy = Sent.text(coverBy);
        coverNote = Sent.text(coverNote);
        until = Sent.text(until);
    }

    /** For somebody new. */
    static PersonForm empty() {
        return new PersonForm("", "", Rank.PC.key(), List.of(), "", "", "", "", "", "");
    }

    /** The form as it is first shown. */
    static PersonForm of(Member member) {
        List<String> duties = new ArrayList<>();
        if (member.lead()) {
            duties.add(LEAD);
        }
        if (member.namedContact()) {
            duties.add(NAMED_CONTACT);
        }
        Cover cover = member.cover();
        return new PersonForm(
                Fingerprint.of(member),
                member.name(),
                member.rank().key(),
                duties,
                Sent.text(member.bio()),
                member.contact().getOrDefault("email", ""),
                member.contact().getOrDefault("telephone", ""),
                cover == null ? "" : Objects.toString(cover.by(), ""),
                cover == null ? "" : Sent.text(cover.note()),
                cover == null ? "" : Objects.toString(cover.until(), ""));
    }

    PersonForm seen(Member current) {
        return new PersonForm(
                Fingerprint.of(current), name, rank, duties, bio, email, telephone, coverBy, coverNote, until);
    }

    /**
     * What the form says that no team can be.
     *
     * @param id of the person; null for a new one
     */
    void check(Errors errors, Team team, @Nullable UUID id, LocalDate today) {
        if (!Sent.isRank(rank)) {
            errors.rejectValue("rank", "unknown", "Choose a rank from the list");
        } else if (duties.contains(LEAD)) {
            if (!Rank.ofKey(rank).canLead()) {
                errors.rejectValue("duties", "rank", "Choose a sergeant or somebody above to lead the team");
            }
            team.lead()
                    .filter(lead -> !lead.id().equals(id))
                    .ifPresent(lead -> errors.rejectValue(
                            "duties",
                            "two",
                            lead.title() + " leads this team, and a team has one leader. Take that off on the page of "
                                    + lead.title() + " first"));
        }
        Sent.checkCover(errors, "", coverBy, coverNote, until, team, id, today);
    }

    /** The team with this person, once {@link #check} found nothing. */
    Team in(Team team, UUID id, @Nullable Member before) {
        Rank chosen = Rank.ofKey(rank);
        SortedMap<String, String> contact = new TreeMap<>(before == null ? new TreeMap<>() : before.contact());
        put(contact, "email", email);
        put(contact, "telephone", telephone);
        boolean contactFromNow = duties.contains(NAMED_CONTACT);
        Member person = new Member(
                id,
                name,
                chosen,
                before != null && before.rank() == chosen ? before.rankAsGiven() : chosen.title(),
                duties.contains(LEAD),
                contactFromNow,
                Sent.cover(coverBy, coverNote, until),
                bio.isEmpty() ? null : bio,
                contact,
                before == null ? null : before.photo());
        Team others = contactFromNow
                ? team.members(team.members().stream()
                        .map(one -> one.duties(one.lead(), false))
                        .toList())
                : team;
        return others.with(person);
    }

    private static void put(SortedMap<String, String> contact, String key, String value) {
        if (value.isEmpty()) {
            contact.remove(key);
        } else {
            contact.put(key, value);
        }
    }
}
