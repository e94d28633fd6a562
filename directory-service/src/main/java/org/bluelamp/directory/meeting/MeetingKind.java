package org.bluelamp.directory.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a meeting is, as staff choose it. Other sources have words of their own, which are kept as they are given. */
public enum MeetingKind {
    /** Everybody comes together, for example to choose priorities. */
    MEETING("Meeting", "Everybody together, for example to talk about priorities"),
    /** Officers are there for a while, one comes by and talks to them alone. */
    SURGERY("Surgery", "Drop in and talk to an officer alone"),
    /** Officers stand in a public place. */
    STREET_MEET("Street meet", "Officers stand in a public place and talk to who comes by"),
    /** Something to take part in, for example bike marking. */
    EVENT("Event", "Something to take part in, for example bike marking");

    private final String title;
    private final String explanation;

    MeetingKind(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /** What readers see. */
    public String title() {
        return title;
    }

    /** What it means, for those who choose. */
    public String explanation() {
        return explanation;
    }

    /** As it stands in the database, in events and in forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a {@link #key()}; empty when the words are somebody else's. */
    public static Optional<MeetingKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** What readers see of a kind as it was given. */
    public static String words(String given) {
        return ofKey(given)
                .map(MeetingKind::title)
                .orElseGet(() -> given.substring(0, 1).toUpperCase(Locale.UK) + given.substring(1));
    }
}
