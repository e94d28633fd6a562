package org.bluelamp.feedback.leaving.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.bluelamp.feedback.leaving.FullExport;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator of the force takes everything along. */
@Controller
@StaffEndpoint(Role.ADMINISTRATOR)
@RequestMapping(LeavingController.PATH)
class LeavingController {

    static final String PATH = "/staff/feedback/leaving";

    private static final int SHOWN = 20;

    private final FullExport export;
    private final AuditTrail audit;
    private final HomeForce home;
    private final Pages pages;
    private final Clock clock;

    LeavingController(FullExport export, AuditTrail audit, HomeForce home, Pages pages, Clock clock) {
        this.export = export;
        this.audit = audit;
        this.home = home;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(StaffMember staff) {
        export.require(staff);
        return page(staff, Form.of(LeavingForm.blank()));
    }

    /** Writes it as it is read, on the request's own thread: nothing of it is held, and no time limit cuts it off. */
    @PostMapping
    @Nullable
    ModelAndView take(
            StaffMember staff,
            @ModelAttribute("form") LeavingForm form,
            BindingResult errors,
            HttpServletResponse response) {
        export.require(staff);
        form.check(errors);
        if (!export.possible()) {
            errors.reject("key", "It cannot be signed. Ask an operator to set TRANSFER_KEY");
        }
        if (errors.hasErrors()) {
            return page(staff, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean written = export.write(staff, form.withContacts(), form.reason(), () -> {
            String file = "feedback-" + home.code() + "-" + LondonTime.date(clock.instant()) + ".zip";
            response.setContentType("application/zip");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(file).build().toString());
            return response.getOutputStream();
        });
        if (written) {
            return null;
        }
        errors.reject("busy", "Somebody else takes it at the moment. Try again in some minutes");
        return page(staff, Form.of(errors)).status(HttpStatus.CONFLICT);
    }

    private PageView page(StaffMember staff, Form form) {
        return new PageView(
                "feedback/leaving/leaving",
                pages.staff(StaffSection.FEEDBACK, "Take everything along", staff)
                        .form(form),
                new LeavingPage(
                        form,
                        export.possible(),
                        audit.of(home.code().value(), SHOWN).stream()
                                .filter(deed -> deed.action().startsWith("everything.exported"))
                                .toList()));
    }
}
