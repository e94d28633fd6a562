package org.bluelamp.directory.scorecard.web;

import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.scorecard.Scorecard;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where everybody sees how the Neighbourhood Policing Guarantee is kept. */
@Controller
@PublicEndpoint
@RequestMapping(ScorecardController.PATH)
class ScorecardController {

    static final String PATH = "/scorecard";

    private final Scorecard scorecard;
    private final Areas areas;
    private final HomeForce home;
    private final Pages pages;

    ScorecardController(Scorecard scorecard, Areas areas, HomeForce home, Pages pages) {
        this.scorecard = scorecard;
        this.areas = areas;
        this.home = home;
        this.pages = pages;
    }

    @GetMapping
    PageView all() {
        return new PageView(
                "directory/scorecard/all",
                pages.page(Section.YOUR_AREA, "Scorecard")
                        .at(PATH)
                        .description("How each neighbourhood team keeps the Neighbourhood Policing Guarantee."),
                new ScorecardPage(areas.find(home.code()).map(Area::name).orElse("The force"), scorecard.all()));
    }

    @GetMapping("/{district}/{neighbourhood}")
    PageView one(@PathVariable String district, @PathVariable String neighbourhood) {
        Area area = area(district + "/" + neighbourhood);
        return new PageView(
                "directory/scorecard/one",
                pages.page(Section.YOUR_AREA, "Scorecard of " + area.name())
                        .crumb("Scorecard", PATH)
                        .at(path(area))
                        .description("How the neighbourhood team of " + area.name()
                                + " keeps the Neighbourhood Policing Guarantee, and the numbers behind each mark."),
                new CardPage(scorecard.of(area)));
    }

    private Area area(String path) {
        AreaCode code;
        try {
            code = home.area(path);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return areas.find(code)
                .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String path(Area area) {
        String code = area.code().value();
        return PATH + code.substring(code.indexOf('/'));
    }
}
