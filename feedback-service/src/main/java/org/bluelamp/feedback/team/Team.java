package org.bluelamp.feedback.team;

import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the concerns of a neighbourhood, as directory-service last told us.
 *
 * @param area the neighbourhood
 * @param name the team's name, for example "Stevenage North"
 * @param label what the force calls such a team, for example "Neighbourhood Policing Team"
 * @param lead who leads it; null when nobody does at present
 * @param namedContact the officer residents can turn to; null when nobody is named
 */
public record Team(
        AreaCode area,
        String name,
        String label,
        @Nullable Person lead,
        @Nullable Person namedContact) {

    /**
     * A member of the team.
     *
     * @param rank the rank's stable word, for example {@code sergeant}
     * @param name the name
     */
    public record Person(String rank, String name) {

        /** Rank and name, as one says them; the name alone when the rank is one we have no word for. */
        public String title() {
            String word = switch (rank) {
                case "pcso" -> "PCSO ";
                case "special-constable" -> "Special Constable ";
                case "pc" -> "PC ";
                case "sergeant" -> "Sergeant ";
                case "inspector" -> "Inspector ";
                case "chief-inspector" -> "Chief Inspector ";
                default -> "";
            };
            return word + name;
        }
    }

    /** Who reads what residents write, to stand at the beginning of a sentence; null while the team is not known. */
    public static String readers(@Nullable Team team) {
        return team == null ? "Your neighbourhood policing team" : "The " + team.title();
    }

    /** Name and label, for example "Stevenage North Neighbourhood Policing Team". */
    public String title() {
        return name + " " + label;
    }
}
