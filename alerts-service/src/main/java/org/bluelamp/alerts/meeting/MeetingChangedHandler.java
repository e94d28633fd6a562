package org.bluelamp.alerts.meeting;

import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps up to date when one can meet the teams. */
@Component
class MeetingChangedHandler implements EventHandler<MeetingChanged> {

    private final Meetings meetings;

    MeetingChangedHandler(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public String type() {
        return "directory.meeting.changed";
    }

    @Override
    public Class<MeetingChanged> dataType() {
        return MeetingChanged.class;
    }

    @Override
    public void on(Event<MeetingChanged> event) {
        meetings.store(event.data(), event.version());
    }
}
