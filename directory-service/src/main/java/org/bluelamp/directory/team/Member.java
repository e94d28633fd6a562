package org.bluelamp.directory.team;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of a team.
 *
 * @param rankAsGiven the words the rank was given in; the rank's title when it was chosen from the list
 * @param lead whether the person leads the team
 * @param namedContact whether residents are told to turn to this person first
 * @param cover what stands in for the person or what else they cover, in words; null when nothing
 */
public record Member(
        UUID id,
        String name,
        Rank rank,
        String rankAsGiven,
        boolean lead,
        boolean namedContact,
        @Nullable String cover) {

    /** @throws IllegalArgumentException when the name is empty */
    public Member {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A member of a team has a name");
        }
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
}
