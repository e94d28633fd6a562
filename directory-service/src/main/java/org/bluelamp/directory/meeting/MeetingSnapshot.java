package org.bluelamp.directory.meeting;

import java.util.stream.Stream;
import org.bluelamp.messaging.OutgoingEvent;
import org.bluelamp.messaging.SnapshotSource;
import org.springframework.stereotype.Component;

/** Tells all meetings again to a service that asks. */
@Component
class MeetingSnapshot implements SnapshotSource {

    private final Meetings meetings;
    private final MeetingRegister register;

    MeetingSnapshot(Meetings meetings, MeetingRegister register) {
        this.meetings = meetings;
        this.register = register;
    }

    @Override
    public Stream<OutgoingEvent> snapshot() {
        return meetings.all().stream()
                .map(meeting -> register.announcement(meeting).event(meeting.version()));
    }
}
