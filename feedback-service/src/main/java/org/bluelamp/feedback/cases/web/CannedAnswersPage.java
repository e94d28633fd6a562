package org.bluelamp.feedback.cases.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.CannedAnswer;
import org.bluelamp.feedback.cases.CannedAnswers;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;

/**
 * The canned answers of a person's areas.
 *
 * @param answers by area and title
 * @param staff the person
 * @param areas for the names of areas
 */
public record CannedAnswersPage(List<CannedAnswer> answers, StaffMember staff, Areas areas) {

    /** Whose it is. */
    public String areaName(CannedAnswer answer) {
        return areas.area(answer.area()).map(Area::name).orElse(answer.area().value());
    }

    /** Whether the person changes it. */
    public boolean mayWrite(CannedAnswer answer) {
        return CannedAnswers.mayWrite(staff, answer.area());
    }

    /** Whether the person writes any. */
    public boolean writer() {
        return staff.roles().contains(Role.SERGEANT) || staff.roles().contains(Role.ADMINISTRATOR);
    }
}
