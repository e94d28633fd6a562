package org.bluelamp.feedback.moderation.web;

import java.util.UUID;
import org.bluelamp.feedback.wording.WatchedWords;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
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

/** Where administrators of the force keep the words that are looked for in what residents send. */
@Controller
@StaffEndpoint(Role.ADMINISTRATOR)
@RequestMapping(WordsController.PATH)
class WordsController {

    static final String PATH = "/staff/feedback/watched-words";

    private final WatchedWords words;
    private final HomeForce home;
    private final Pages pages;

    WordsController(WatchedWords words, HomeForce home, Pages pages) {
        this.words = words;
        this.home = home;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(StaffMember staff, @RequestParam(required = false) @Nullable String done) {
        requireForce(staff);
        return page(
                staff, Form.of(new WordForm(null, null)), done == null ? null : NotificationBanner.success("Saved"));
    }

    @PostMapping
    ModelAndView add(StaffMember staff, @ModelAttribute("form") WordForm form, BindingResult errors) {
        requireForce(staff);
        int length = WatchedWords.plain(form.phrase()).length();
        if (length < 2 || length > WatchedWords.LONGEST) {
            errors.rejectValue("phrase", "NotBlank", "Enter words of 2 to 60 letters and digits");
        }
        if (!form.kind().matches("block|threat")) {
            errors.rejectValue("kind", "NotBlank", "Select what should happen");
        }
        if (!errors.hasErrors() && !words.add(staff, form.kind().equals("threat"), form.phrase())) {
            errors.rejectValue("phrase", "Full", "There are already 500. Remove some first");
        }
        return errors.hasErrors()
                ? page(staff, Form.of(errors), null).status(HttpStatus.UNPROCESSABLE_CONTENT)
                : PageView.redirect(PATH + "?done=added");
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(StaffMember staff, @PathVariable UUID id) {
        requireForce(staff);
        words.remove(staff, id);
        return PageView.redirect(PATH + "?done=removed");
    }

    /** They hold in the whole force. */
    private void requireForce(StaffMember staff) {
        staff.require(Role.ADMINISTRATOR, home.code());
    }

    private PageView page(StaffMember staff, Form form, @Nullable NotificationBanner notice) {
        return new PageView(
                "feedback/moderation/words",
                pages.staff(StaffSection.FEEDBACK, "Watched words", staff)
                        .form(form)
                        .notice(notice),
                new WordsPage(words.all(), form));
    }
}
