package org.bluelamp.directory.meeting.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.directory.meeting.MeetingKind;
import org.bluelamp.directory.meeting.Recurrence;
import org.bluelamp.directory.meeting.SafeHtml;
import org.bluelamp.directory.meeting.Schedule;
import org.springframework.stereotype.Service;

/**
 * Meetings as an iCalendar object (RFC 5545). A meeting keeps its UID for ever and its SEQUENCE rises with its version,
 * so that a calendar which holds it follows its changes. The same meetings make the same text.
 */
@Service
class MeetingCalendar {

    /** The rules that hold in the United Kingdom since 1996; no meeting is older. */
    private static final String LONDON = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Bluelamp//EN
            BEGIN:VTIMEZONE
            TZID:Europe/London
            BEGIN:STANDARD
            DTSTART:19961027T020000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZNAME:GMT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19960331T010000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZNAME:BST
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            END:DAYLIGHT
            END:VTIMEZONE
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final MeetingAddresses addresses;
    private final VTimeZone london = london();
    private final ParameterList inLondon = new ParameterList(List.of(new TzId(Schedule.ZONE.getId())));

    MeetingCalendar(MeetingAddresses addresses) {
        this.addresses = addresses;
    }

    /** A calendar of an area's meetings. */
    String of(Area area, List<Meeting> meetings) {
        String name = area.name() + " " + area.label();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Bluelamp//Meetings of neighbourhood teams//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), "PT6H"));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT6H"));
        calendar.add(london);
        meetings.forEach(meeting -> calendar.add(event(meeting)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(Meeting meeting) {
        Schedule schedule = meeting.schedule();
        VEvent event = new VEvent(false);
        event.add(new Uid(meeting.id().toString()));
        event.add(new DtStamp(meeting.changedAt()));
        event.add(new LastModified(meeting.changedAt()));
        event.add(new Sequence((int) meeting.version()));
        event.add(new DtStart<>(inLondon, local(schedule.startsAt())));
        if (schedule.endsAt() != null) {
            event.add(new DtEnd<>(inLondon, local(schedule.endsAt())));
        }
        Recurrence recurrence = schedule.recurrence();
        if (recurrence != null) {
            event.add(new RRule<>(recurrence.rule()));
        }
        if (!meeting.cancelledDates().isEmpty()) {
            event.add(new ExDate<>(inLondon, cancelledDates(meeting)));
        }
        event.add(new Summary(meeting.title()));
        if (meeting.place() != null) {
            event.add(new Location(meeting.place()));
        }
        String description = description(meeting);
        if (!description.isEmpty()) {
            event.add(new Description(description));
        }
        event.add(new Categories(MeetingKind.words(meeting.kind())));
        event.add(new Url(URI.create(addresses.page(meeting))));
        event.add(meeting.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    private static VTimeZone london() {
        try {
            return (VTimeZone) new CalendarBuilder()
                    .build(new StringReader(LONDON))
                    .getComponent(Component.VTIMEZONE)
                    .orElseThrow();
        } catch (IOException | ParserException e) {
            throw new IllegalStateException("The rules above can be read", e);
        }
    }

    private static String description(Meeting meeting) {
        List<String> said = new ArrayList<>();
        if (meeting.cancelled() && meeting.reason() != null) {
            said.add("Cancelled: " + meeting.reason());
        }
        if (meeting.description() != null) {
            said.add(SafeHtml.text(meeting.description()));
        }
        return String.join("\n\n", said);
    }

    private static String cancelledDates(Meeting meeting) {
        return meeting.cancelledDates().keySet().stream()
                .flatMap(date -> meeting.schedule().on(date).stream())
                .map(slot -> local(slot.startsAt()))
                .collect(Collectors.joining(","));
    }

    private static String local(Instant instant) {
        return LOCAL.format(instant.atZone(Schedule.ZONE));
    }
}
