package org.bluelamp.directory.meeting;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells us about a meeting: the demo data, a form, an importer.
 *
 * @param description what it is about, as HTML that {@link MeetingRegister} reduces to what is safe; null when not said
 * @param kind the key of a {@link MeetingKind}, or a source's own words
 * @param place where; null when not said
 * @param contact how to reach whoever knows more, by the keys of police.uk's {@code contact_details}, for example
 *     {@code email} and {@code telephone}
 * @param host the member of the team who is there; null when not said
 */
public record MeetingDescription(
        String title,
        @Nullable String description,
        String kind,
        @Nullable String place,
        Schedule schedule,
        Map<String, String> contact,
        @Nullable UUID host) {

    /** Characters of a title at most. */
    public static final int LONGEST_TITLE = 200;

    /** Characters of a place at most. */
    public static final int LONGEST_PLACE = 300;

    /** Characters of a description at most, its HTML included. */
    public static final int LONGEST_DESCRIPTION = 20_000;

    /** @throws IllegalArgumentException when the title is missing or something is too long; the message says what */
    public MeetingDescription {
        title = title.strip();
        kind = kind.isBlank() ? MeetingKind.MEETING.key() : kind.strip();
        place = place == null || place.isBlank() ? null : place.strip();
        description = description == null || description.isBlank() ? null : description.strip();
        contact = Map.copyOf(contact);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A meeting has a title");
        }
        atMost(LONGEST_TITLE, "title", title);
        atMost(LONGEST_PLACE, "place", place);
        atMost(60, "kind", kind);
        atMost(LONGEST_DESCRIPTION, "description", description);
    }

    private static void atMost(int most, String what, @Nullable String text) {
        if (text != null && text.length() > most) {
            throw new IllegalArgumentException("The " + what + " of a meeting has " + most + " characters at most");
        }
    }

    MeetingDescription describedAs(@Nullable String text) {
        return new MeetingDescription(title, text, kind, place, schedule, contact, host);
    }

    /** The same with another host, or nobody. */
    public MeetingDescription hostedBy(@Nullable UUID member) {
        return new MeetingDescription(title, description, kind, place, schedule, contact, member);
    }

    /** The contact in an order that is always the same. */
    Map<String, String> contactInOrder() {
        return new TreeMap<>(contact);
    }
}
