package org.bluelamp.directory.team;

import java.util.Locale;

/** The closed list of ranks found in neighbourhood policing, lowest first. */
public enum Rank {
    /** Police community support officer. */
    PCSO("Police community support officer", "PCSO"),
    /** Special constable, a volunteer with the powers of a constable. */
    SPECIAL_CONSTABLE("Special constable", "Special Constable"),
    /** Police constable. */
    PC("Police constable", "PC"),
    /** Leads a neighbourhood's team. */
    SERGEANT("Sergeant", "Sgt"),
    /** Stands over sergeants. */
    INSPECTOR("Inspector", "Insp"),
    /** Stands over a district. */
    CHIEF_INSPECTOR("Chief inspector", "Ch Insp"),
    /** Anything else that works in a team; the words as given say what. */
    OTHER("Other", "");

    private final String title;
    private final String beforeName;

    Rank(String title, String beforeName) {
        this.title = title;
        this.beforeName = beforeName;
    }

    /** What readers see, for example "Sergeant". */
    public String title() {
        return title;
    }

    /** What stands before a name, for example "Sgt"; empty for {@link #OTHER}. */
    public String beforeName() {
        return beforeName;
    }

    /** As it stands in the database, in events and in forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rank of a {@link #key()}. */
    public static Rank ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether somebody of this rank can lead a team. */
    public boolean canLead() {
        return this == SERGEANT || this == INSPECTOR || this == CHIEF_INSPECTOR;
    }

    /**
     * Reads the free text that police data holds, such as "Sgt", "Police Constable" or "PCSO (rural)".
     *
     * @return {@link #OTHER} when the words are none of ours
     */
    public static Rank ofWords(String words) {
        String plain = words.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z ]", " ")
                .replaceAll(" +", " ")
                .trim();
        if (plain.matches(".*\\b(pcso|community support officer)\\b.*")) {
            return PCSO;
        }
        if (plain.matches(".*\\b(special|spc|special constable)\\b.*")) {
            return SPECIAL_CONSTABLE;
        }
        if (plain.matches(".*\\b(chief inspector|ch insp|c insp|dci|ci)\\b.*")) {
            return CHIEF_INSPECTOR;
        }
        if (plain.matches(".*\\b(inspector|insp)\\b.*")) {
            return INSPECTOR;
        }
        if (plain.matches(".*\\b(sergeant|sgt|ps)\\b.*")) {
            return SERGEANT;
        }
        if (plain.matches(".*\\b(constable|pc|con)\\b.*")) {
            return PC;
        }
        return OTHER;
    }
}
