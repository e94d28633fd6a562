package org.bluelamp.feedback.cases.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.Blanks;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/** What the staff pages of cases have in common. */
@Component
class CaseFrames {

    static final String LIST = "/staff/feedback/contacts";

    private final CaseDesk desk;
    private final Areas areas;
    private final Pages pages;

    CaseFrames(CaseDesk desk, Areas areas, Pages pages) {
        this.desk = desk;
        this.areas = areas;
        this.pages = pages;
    }

    static String path(Reference reference) {
        return LIST + "/" + reference;
    }

    /** The case, for somebody who may see it. */
    Case find(StaffMember staff, String reference) {
        return Reference.read(reference)
                .flatMap(known -> desk.find(staff, known))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    StaffPage page(StaffMember staff, String title, Case held) {
        return pages.staff(StaffSection.FEEDBACK, title, staff)
                .crumb("Cases", LIST)
                .caption(areas.area(held.area())
                        .map(Area::name)
                        .orElse(held.area().value()));
    }

    /** Whose words a case holds, to stand above them: those of a part are an officer's choice. */
    static String wordsOf(Case held) {
        return held.matter().ties().splitFrom() == null ? "What the sender wrote" : "What an officer split off";
    }

    /** That what was sent is there already. */
    static NotificationBanner keptBefore() {
        return new NotificationBanner(
                "We already have this. You sent the same words before, so we have kept them once.");
    }

    static void rejectStale(Errors errors) {
        errors.reject(
                "stale",
                "A colleague changed this case after you opened it. Read what has changed below. We have kept what you"
                        + " wrote, so send it again if it is still right");
    }

    /** Has an answer come back that a canned one's blanks stand in. */
    static void rejectBlanks(Errors errors, String field, String answer) {
        List<String> blanks = Blanks.in(answer);
        if (!blanks.isEmpty()) {
            errors.rejectValue(field, "Blank", "Before you can send it, fill in: " + String.join(", ", blanks));
        }
    }
}
