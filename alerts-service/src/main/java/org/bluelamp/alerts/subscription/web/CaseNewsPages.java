package org.bluelamp.alerts.subscription.web;

import java.util.UUID;
import org.bluelamp.alerts.casenews.CaseNewsDesk;
import org.bluelamp.alerts.subscriber.Ending;
import org.bluelamp.alerts.subscription.Leaving;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What stands behind the links in mails about what somebody told the police. */
@Component
class CaseNewsPages {

    private final CaseNewsDesk desk;
    private final Leaving leaving;
    private final Pages pages;

    CaseNewsPages(CaseNewsDesk desk, Leaving leaving, Pages pages) {
        this.desk = desk;
        this.leaving = leaving;
        this.pages = pages;
    }

    ModelAndView toConfirm(String token, UUID id) {
        var asked = desk.find(id).filter(one -> one.endedAt() == null).orElseThrow(BadLink::expired);
        if (asked.active()) {
            return confirmed(id);
        }
        return new PageView(
                "alerts/case-news-confirm",
                pages.page(Section.HAVE_YOUR_SAY, "Confirm that you want these emails")
                        .unlisted(),
                new CaseNewsPage.Behind(token, desk.wording()));
    }

    ModelAndView confirm(UUID id) {
        if (!desk.confirm(id)) {
            throw BadLink.expired();
        }
        return confirmed(id);
    }

    private PageView confirmed(UUID id) {
        return new PageView(
                "alerts/case-news-confirmed",
                pages.page(Section.HAVE_YOUR_SAY, "You will get an email when something happens")
                        .unlisted()
                        .withoutHeading(),
                new CaseNewsPage.Confirmed(desk.link(id).orElse(null)));
    }

    ModelAndView toStop(String token) {
        return new PageView(
                "alerts/case-news-stop",
                pages.page(Section.HAVE_YOUR_SAY, "Stop emails about what you told us?")
                        .unlisted(),
                new UnsubscribePage(token));
    }

    ModelAndView stop(UUID id, Ending ending) {
        if (!leaving.caseNews(id, ending)) {
            throw BadLink.forged();
        }
        return new PageView(
                "alerts/case-news-stopped",
                pages.page(Section.HAVE_YOUR_SAY, "You will not get any more emails about this")
                        .unlisted()
                        .withoutHeading());
    }
}
