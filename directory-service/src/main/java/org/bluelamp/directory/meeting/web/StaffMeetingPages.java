package org.bluelamp.directory.meeting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.meeting.Hosts.Host;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingKind;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.DateInput;
import org.jspecify.annotations.Nullable;

/** What the staff pages of meetings show. */
public final class StaffMeetingPages {

    private StaffMeetingPages() {}

    /**
     * A meeting in the list.
     *
     * @param when its next date, or its last
     * @param repeats in words; null when it does not
     * @param cancelled whether it does not take place on that date
     * @param away why the host is likely not to be there on that date, in words; null when nothing is known against it
     */
    public record Line(
            String title,
            String href,
            String when,
            @Nullable String repeats,
            @Nullable String place,
            @Nullable String host,
            boolean cancelled,
            @Nullable String away) {}

    /** The meetings of a team: those to come, and those that are over or cancelled. */
    public record ListPage(Area area, List<Line> coming, List<Line> gone) {

        public String add() {
            return MeetingAddresses.add(area.code());
        }
    }

    /** A date of a series and the page on which it is cancelled; null when it is cancelled already. */
    public record Date(
            String words, @Nullable String cancel, @Nullable String reason) {}

    /**
     * The page on which a meeting is entered or edited.
     *
     * @param meeting null for a new one
     * @param dates the next of a series
     * @param current the meeting as somebody else saved it meanwhile, in words; empty when nobody did
     */
    public record EditPage(
            Area area,
            @Nullable Meeting meeting,
            Form form,
            long version,
            String action,
            List<Host> team,
            List<Date> dates,
            List<String> current) {

        public List<Choice> kinds() {
            List<Choice> kinds = new ArrayList<>(Arrays.stream(MeetingKind.values())
                    .map(kind -> new Choice(kind.key(), kind.title()).hint(kind.explanation()))
                    .toList());
            if (meeting != null && MeetingKind.ofKey(meeting.kind()).isEmpty()) {
                kinds.add(new Choice(meeting.kind(), MeetingKind.words(meeting.kind())));
            }
            return kinds;
        }

        public List<Choice> hosts() {
            List<Choice> hosts = new ArrayList<>(List.of(new Choice("", "Nobody in particular")));
            team.forEach(host -> hosts.add(new Choice(host.id().toString(), host.title())));
            return hosts;
        }

        /** Three boxes for a date; the error of the whole leads to the first. */
        public DateInput date(String name, String legend) {
            return new DateInput(
                    form.field(name).id(name + "-boxes"),
                    legend,
                    form.field(name + ".day").id(name),
                    form.field(name + ".month"),
                    form.field(name + ".year"));
        }

        public String cancel() {
            return action + "/cancel";
        }
    }

    /**
     * The page on which a meeting or one date of it is cancelled.
     *
     * @param date null for all of it
     * @param what is cancelled, in words
     */
    public record CancelPage(
            Form form, long version, @Nullable LocalDate date, String what, String action, String back) {}
}
