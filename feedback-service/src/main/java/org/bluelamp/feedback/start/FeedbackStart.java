package org.bluelamp.feedback.start;

import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a member of staff begins who opens the section: whoever answers residents at the cases that wait, others at the
 * priorities.
 */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
class FeedbackStart {

    @GetMapping("/staff/feedback/start")
    ModelAndView start(StaffMember staff) {
        var answers = staff.roles().contains(Role.OFFICER) || staff.roles().contains(Role.SERGEANT);
        return PageView.redirect(answers ? "/staff/feedback/contacts" : "/staff/feedback/priorities");
    }
}
