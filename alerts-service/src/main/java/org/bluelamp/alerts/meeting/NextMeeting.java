package org.bluelamp.alerts.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The next time residents can meet a team.
 *
 * @param place null when nobody said
 * @param path address of its page, without host
 */
public record NextMeeting(String title, @Nullable String place, String path, Instant startsAt) {

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM 'at' h:mma", Locale.UK);

    /** For example "Street meet, Tuesday 4 May at 10:30am, Market Square". */
    public String inWords() {
        String when = WHEN.format(startsAt.atZone(UK))
                .replaceFirst(":00(?=[ap]m$)", "")
                .replaceFirst("12(?=pm$)", "midday")
                .replaceFirst("middaypm$", "midday");
        return title + ", " + when + (place == null ? "" : ", " + place);
    }
}
