package org.bluelamp.feedback.priority.web;

import java.util.List;
import java.util.Set;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.page.LondonTime;
import org.springframework.stereotype.Component;

/** The concerns of a neighbourhood as boxes to tick: the newest, and those ticked before. */
@Component
class ConcernChoices {

    private static final int NEWEST = 50;

    private final Desk desk;
    private final PriorityDesk priorities;

    ConcernChoices(Desk desk, PriorityDesk priorities) {
        this.desk = desk;
        this.priorities = priorities;
    }

    /** Empty for a person who may not say which concerns led to a priority. */
    List<Choice> of(StaffMember staff, AreaCode area, Set<Reference> ticked) {
        if (!priorities.mayWeigh(staff, area)) {
            return List.of();
        }
        return desk.newest(staff, area, NEWEST, ticked).stream()
                .map(concern -> new Choice(concern.reference().value(), concern.beginning())
                        .hint(String.join(", ", concern.themes()) + ", " + LondonTime.minute(concern.receivedAt())))
                .toList();
    }
}
