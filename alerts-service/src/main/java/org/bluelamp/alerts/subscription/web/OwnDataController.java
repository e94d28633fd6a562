package org.bluelamp.alerts.subscription.web;

import java.util.UUID;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.subscription.OwnData;
import org.bluelamp.alerts.subscription.OwnDatas;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is kept about the reader of this page: to read, to take along, and to have erased. */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/manage/{token}")
class OwnDataController {

    private final Tokens tokens;
    private final OwnDatas datas;
    private final Areas areas;
    private final Pages pages;

    OwnDataController(Tokens tokens, OwnDatas datas, Areas areas, Pages pages) {
        this.tokens = tokens;
        this.datas = datas;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/data")
    ModelAndView data(@PathVariable String token) {
        return new PageView(
                "alerts/own-data",
                pages.page(Section.ALERTS, "What we keep about you").unlisted(),
                OwnDataPage.of(token, own(token), areas));
    }

    @GetMapping("/data.json")
    ResponseEntity<OwnData> json(@PathVariable String token) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"alerts.json\"")
                .body(own(token));
    }

    @GetMapping("/erase")
    ModelAndView ask(@PathVariable String token) {
        subscriber(token);
        return new PageView(
                "alerts/erase",
                pages.page(Section.ALERTS, "Delete everything about you?").unlisted(),
                new UnsubscribePage(token));
    }

    @PostMapping("/erase")
    ModelAndView erase(@PathVariable String token) {
        datas.erase(subscriber(token));
        return new PageView(
                "alerts/erased",
                pages.page(Section.ALERTS, "Your address is deleted").unlisted().withoutHeading());
    }

    private OwnData own(String token) {
        return datas.of(subscriber(token)).orElseThrow(BadLink::forged);
    }

    private UUID subscriber(String token) {
        return tokens.read(LinkPurpose.MANAGE, token).subject();
    }
}
