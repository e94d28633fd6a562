package org.bluelamp.feedback.area.web;

import java.util.List;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.area.District;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page for an address that is no neighbourhood we know: it helps on, and gives back what was written. */
@Component
public class UnknownArea {

    private final Areas areas;
    private final Pages pages;

    UnknownArea(Areas areas, Pages pages) {
        this.areas = areas;
        this.pages = pages;
    }

    /** With what was written there, so that it is not lost; may be empty. */
    public ModelAndView page(String text) {
        List<District> districts = areas.byDistrict();
        boolean known = !districts.isEmpty();
        return new PageView(
                        "feedback/unknown-area",
                        pages.page(
                                        Section.HAVE_YOUR_SAY,
                                        known ? "We do not know this neighbourhood" : "This page is not ready yet")
                                .crumb("Have your say", "/have-your-say")
                                .unlisted(),
                        new UnknownAreaPage(districts, text))
                .status(known ? HttpStatus.NOT_FOUND : HttpStatus.SERVICE_UNAVAILABLE);
    }
}
