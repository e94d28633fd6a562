package org.bluelamp.directory.meeting.web;

import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.web.govuk.TrustedHtml;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a meeting shows.
 *
 * @param kind in words
 * @param repeats how it repeats, in words; null when it does not
 * @param dates those to come, the soonest first; empty when all are past
 * @param last the only or the last date when none is to come
 * @param description HTML that the register found safe; null when there is none
 * @param host rank and name; null when not known
 * @param cancelled whether none of it takes place
 * @param file address of the calendar file
 */
public record MeetingPage(
        Area area,
        String kind,
        @Nullable String repeats,
        List<Date> dates,
        @Nullable String last,
        @Nullable String place,
        @Nullable TrustedHtml description,
        @Nullable String host,
        List<Way> contact,
        boolean cancelled,
        @Nullable String reason,
        String file,
        String since,
        String sinceMachine,
        List<String> notices) {

    /** One date to come. */
    public record Date(
            String words,
            String machine,
            boolean cancelled,
            @Nullable String reason) {}

    /**
     * A way to reach whoever knows more.
     *
     * @param href null when it is no link
     */
    public record Way(String name, String text, @Nullable String href) {}
}
