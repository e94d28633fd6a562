package org.bluelamp.directory.meeting.web;

import java.net.URI;
import org.bluelamp.directory.area.AreaPaths;
import org.bluelamp.directory.meeting.Meeting;
import org.bluelamp.service.area.AreaCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses of meetings and of the calendars they are in. */
@Component
class MeetingAddresses {

    private final AreaPaths paths;
    private final String publicUrl;
    private final String webcal;

    MeetingAddresses(AreaPaths paths, @Value("${bluelamp.public-url}") URI publicUrl) {
        this.paths = paths;
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
        this.webcal = "webcal://" + publicUrl.getAuthority();
    }

    /** A meeting's page, with host. */
    String page(Meeting meeting) {
        return publicUrl + meeting.path();
    }

    /** A file with one meeting, without host. */
    static String file(Meeting meeting) {
        return meeting.path() + ".ics";
    }

    /** A file with all meetings of a team, without host. */
    String calendar(AreaCode area) {
        return paths.of(area) + "/meetings.ics";
    }

    /** The same with host, for programs that are told an address. */
    String calendarWithHost(AreaCode area) {
        return publicUrl + calendar(area);
    }

    /** The same for a browser that hands it to a calendar program, which then keeps up to date. */
    String subscribe(AreaCode area) {
        return webcal + calendar(area);
    }

    /** The staff page of an area's meetings. */
    static String staff(AreaCode area) {
        return "/staff/directory/meetings/" + area;
    }

    /** The staff page on which one is entered. */
    static String add(AreaCode area) {
        return "/staff/directory/meetings/new/" + area;
    }

    /** The staff page on which one is changed. */
    static String edit(Meeting meeting) {
        return "/staff/directory/meeting/" + meeting.id();
    }
}
