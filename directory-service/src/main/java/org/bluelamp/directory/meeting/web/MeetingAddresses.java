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

    private final String publicUrl;
    private final String webcal;

    MeetingAddresses(@Value("${bluelamp.public-url}") URI publicUrl) {
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
    static String calendar(AreaCode area) {
        return AreaPaths.of(area) + "/meetings.ics";
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
        String code = area.value();
        return "/staff/directory/teams" + code.substring(code.indexOf('/')) + "/meetings";
    }
}
