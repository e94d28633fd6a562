package org.bluelamp.feedback.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people find what {@link OpenDataApi} gives to programs and spreadsheets. */
@Controller
@PublicEndpoint
class OpenDataPages {

    private final Pages pages;

    OpenDataPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/have-your-say/open-data")
    ModelAndView page(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic().getHeaderValue());
        return new PageView(
                "feedback/open-data",
                pages.page(Section.HAVE_YOUR_SAY, "Open data")
                        .crumb("Have your say", "/have-your-say")
                        .at("/have-your-say/open-data")
                        .description("What residents tell their teams, as data that anyone can use."),
                "/api/v1/feedback/open-data");
    }
}
