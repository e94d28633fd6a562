package org.bluelamp.alerts.meeting;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps up to date when one can meet the teams. */
@Configuration(proxyBeanMethods = false)
class MeetingHandlers {

    @Bean
    EventHandler<MeetingChanged> meetingChanged(Meetings meetings) {
        return EventHandler.projecting("directory.meeting.changed", MeetingChanged.class, meetings::store);
    }
}
