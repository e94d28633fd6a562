package org.bluelamp.feedback.concern.web;

import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.concern.Concern;
import org.bluelamp.feedback.concern.Concerns;
import org.bluelamp.feedback.concern.Desk;
import org.bluelamp.feedback.pin.Outlines;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.pin.PinMap;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where officers and sergeants read the concerns of their areas. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping("/staff/feedback")
class StaffConcernsController {

    private final Desk desk;
    private final Areas areas;
    private final Themes themes;
    private final Outlines outlines;
    private final Pages pages;

    StaffConcernsController(Desk desk, Areas areas, Themes themes, Outlines outlines, Pages pages) {
        this.desk = desk;
        this.areas = areas;
        this.themes = themes;
        this.outlines = outlines;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(StaffMember staff, @ModelAttribute("filter") StaffFilter filter, BindingResult result) {
        if (filter.looksUp()) {
            Reference wanted = filter.wanted().orElse(null);
            if (wanted != null && desk.concern(staff, wanted).isPresent()) {
                return PageView.redirect("/staff/feedback/" + wanted);
            }
            result.rejectValue(
                    "reference",
                    "Unknown",
                    wanted == null
                            ? "Enter a reference in the form 7K3M-Q9TF"
                            : "We cannot find a concern with this reference. Check it with the resident");
        }
        Form form = Form.of(result);
        Concerns.Found found = desk.list(
                staff,
                filter.areaCode(),
                filter.themeCode(),
                filter.onlyState(),
                filter.setAside(),
                filter.supported(),
                filter.pageNumber());
        return new PageView(
                "feedback/staff/concerns",
                pages.staff(StaffSection.FEEDBACK, "Residents' concerns", staff).form(form),
                new StaffListPage(filter, form, areas.neighbourhoodsIn(staff.areas()), themes.all(), found));
    }

    @GetMapping("/{reference}")
    ModelAndView concern(
            StaffMember staff,
            @PathVariable String reference,
            @RequestParam(name = "noted", required = false) @Nullable String noted) {
        return page(staff, concern(staff, reference), Form.of(NoteForm.blank()), notice(noted));
    }

    @PostMapping("/{reference}")
    ModelAndView note(
            StaffMember staff,
            @PathVariable String reference,
            @ModelAttribute("form") NoteForm form,
            BindingResult result) {
        Concern concern = concern(staff, reference);
        String text = form.note();
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            result.rejectValue("text", "Rule", "Write what you think of it, for your colleagues");
        } else if (length > Desk.LONGEST_NOTE) {
            result.rejectValue(
                    "text",
                    "Rule",
                    "The note must be %,d characters or fewer. You have used %,d".formatted(Desk.LONGEST_NOTE, length));
        }
        if (result.hasErrors()) {
            return page(staff, concern, Form.of(result), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean fresh = desk.note(staff, concern, text, form.formToken());
        return PageView.redirect("/staff/feedback/" + concern.reference() + (fresh ? "?noted" : "?noted=before"));
    }

    /** The map with the place that the resident marked. */
    @GetMapping("/{reference}/map.svg")
    ResponseEntity<byte[]> map(StaffMember staff, @PathVariable String reference) {
        Concern concern = concern(staff, reference);
        Pin pin = concern.pin();
        PinMap map = outlines.map(concern.area()).orElse(null);
        if (pin == null || map == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(map.svg(pin));
    }

    /** The photo that the resident sent. */
    @GetMapping("/{reference}/photo.jpg")
    ResponseEntity<byte[]> photo(StaffMember staff, @PathVariable String reference) {
        byte[] photo = desk.photo(concern(staff, reference))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(photo);
    }

    private Concern concern(StaffMember staff, String reference) {
        return Reference.read(reference)
                .flatMap(known -> desk.concern(staff, known))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable NotificationBanner notice(@Nullable String noted) {
        if (noted == null) {
            return null;
        }
        return noted.equals("before")
                ? new NotificationBanner(
                        "We already have this note. You sent the same words before, so we have kept them once.")
                : NotificationBanner.success("We have saved your note and marked the concern as noted.");
    }

    private PageView page(StaffMember staff, Concern concern, Form form, @Nullable NotificationBanner notice) {
        return new PageView(
                "feedback/staff/concern",
                pages.staff(StaffSection.FEEDBACK, "Concern " + concern.reference(), staff)
                        .crumb("Residents' concerns", "/staff/feedback")
                        .caption(concern.areaName())
                        .form(form)
                        .notice(notice),
                new StaffConcernPage(
                        concern,
                        desk.caseOf(staff, concern),
                        desk.supports(concern).orElse(null),
                        desk.notes(staff, concern),
                        form));
    }
}
