package org.bluelamp.alerts.casenews;

import org.bluelamp.messaging.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of cases and their promises. */
@Configuration(proxyBeanMethods = false)
class CaseNewsHandlers {

    @Bean
    EventHandler<CaseMoved> caseMoved(CaseNewsDesk desk) {
        return EventHandler.projecting(CaseMoved.TYPE, CaseMoved.class, (told, version) -> desk.moved(told));
    }

    @Bean
    EventHandler<PromiseTold> promiseReminded(TeamReminders reminders) {
        return EventHandler.projecting(
                PromiseTold.REMINDED, PromiseTold.class, (told, version) -> reminders.heard(told, false));
    }

    @Bean
    EventHandler<PromiseTold> promiseEscalated(TeamReminders reminders) {
        return EventHandler.projecting(
                PromiseTold.ESCALATED, PromiseTold.class, (told, version) -> reminders.heard(told, true));
    }

    @Bean
    EventHandler<CaseUrgent> caseUrgent(DangerCalls calls) {
        return EventHandler.projecting(CaseUrgent.TYPE, CaseUrgent.class, (told, version) -> calls.heard(told));
    }
}
