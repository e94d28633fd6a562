package org.bluelamp.directory.team;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of a team.
 *
 * @param rankAsGiven the words the rank was given in; the rank's title when it was chosen from the list
 * @param lead whether the person leads the team
 * @param namedContact whether residents are told to turn to this person first
 * @param cover who stands in for the person or what else is to be known; null when nothing
 * @param bio what the person says about themselves, plain text with line breaks; null when nothing
 * @param contact the person's own addresses by the keys of police-uk's {@code contact_details}, for example
 *     {@code email}, {@code telephone}, {@code mobile}; empty when only the team's are public
 * @param photo id of the photo in package {@code photo}; null when there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Member(
        UUID id,
        String name,
        Rank rank,
        String rankAsGiven,
        boolean lead,
        boolean namedContact,
        @Nullable Cover cover,
        @Nullable String bio,
        SortedMap<String, String> contact,
        @Nullable UUID photo) {

    /** @throws IllegalArgumentException when the name is empty or holds markup, or the person stands in for themselves */
    public Member {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A member of a team has a name");
        }
        if (name.indexOf('<') >= 0 || name.indexOf('>') >= 0) {
            throw new IllegalArgumentException("The name " + name + " holds markup");
        }
        if (cover != null && id.equals(cover.by())) {
            throw new IllegalArgumentException(name + " cannot stand in for themselves");
        }
        contact = contact == null ? new TreeMap<>() : new TreeMap<>(contact);
    }

    /** Rank and name as on the page, for example "Sgt Jo Field". */
    public String title() {
        return rank.beforeName().isEmpty() ? name : rank.beforeName() + " " + name;
    }

    /** The first letters of the first and the last name, for where there is no photo. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }

    /** The same person with these duties. */
    public Member duties(boolean leads, boolean isNamedContact) {
        return new Member(id, name, rank, rankAsGiven, leads, isNamedContact, cover, bio, contact, photo);
    }

    /** The same person with this cover. */
    public Member cover(@Nullable Cover newCover) {
        return new Member(id, name, rank, rankAsGiven, lead, namedContact, newCover, bio, contact, photo);
    }

    /** The same person with this photo. */
    public Member photo(@Nullable UUID newPhoto) {
        return new Member(id, name, rank, rankAsGiven, lead, namedContact, cover, bio, contact, newPhoto);
    }

    /** The same person with these own addresses. */
    public Member contact(Map<String, String> newContact) {
        return new Member(
                id, name, rank, rankAsGiven, lead, namedContact, cover, bio, new TreeMap<>(newContact), photo);
    }
}
