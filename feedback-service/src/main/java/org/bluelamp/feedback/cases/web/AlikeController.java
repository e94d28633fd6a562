package org.bluelamp.feedback.cases.web;

import java.util.List;
import org.bluelamp.feedback.cases.Alike;
import org.bluelamp.feedback.cases.Case;
import org.bluelamp.feedback.cases.Closing;
import org.bluelamp.feedback.cases.FloodDesk;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where officers and sergeants close at once what is like a case that speaks of danger and that they have read. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT})
@RequestMapping(CaseFrames.LIST + "/{reference}/alike")
class AlikeController {

    private final FloodDesk desk;
    private final CaseFrames frames;

    AlikeController(FloodDesk desk, CaseFrames frames) {
        this.desk = desk;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView ask(
            StaffMember staff,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable Integer closed) {
        Case like = frames.find(staff, reference);
        List<Alike> alike = desk.alike(like);
        AlikeForm form = AlikeForm.sameWords(like, alike);
        return page(staff, like, alike, Form.of(form), form.token(), closed == null ? null : told(closed));
    }

    @PostMapping
    ModelAndView close(
            StaffMember staff,
            @PathVariable String reference,
            @ModelAttribute("form") AlikeForm form,
            BindingResult errors) {
        Case like = frames.find(staff, reference);
        @Nullable Closing reason = form.closing();
        if (form.named().isEmpty()) {
            errors.rejectValue("cases", "NotEmpty", "Choose which cases to close");
        }
        if (reason == null) {
            errors.rejectValue("reason", "NotBlank", "Choose why you close them");
        }
        if (reason == null || errors.hasErrors()) {
            return page(staff, like, desk.alike(like), Form.of(errors), form.token(), null)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int closed = desk.close(staff, like, form.named(), reason, form.token());
        return PageView.redirect(CaseFrames.path(like.reference()) + "/alike?closed=" + closed);
    }

    private PageView page(
            StaffMember staff,
            Case like,
            List<Alike> alike,
            Form form,
            String token,
            @Nullable NotificationBanner notice) {
        return new PageView(
                "feedback/contact/alike",
                frames.page(staff, "Close cases like this one", like)
                        .crumb("Case " + like.reference(), CaseFrames.path(like.reference()))
                        .form(form)
                        .notice(notice),
                new AlikePage(like, alike, desk.size(like), form, token));
    }

    private static NotificationBanner told(int closed) {
        return switch (closed) {
            case 0 ->
                new NotificationBanner("Nothing was closed. Your colleagues have dealt with these cases already.");
            case 1 -> NotificationBanner.success("1 case has been closed");
            default -> NotificationBanner.success("%,d cases have been closed".formatted(closed));
        };
    }
}
