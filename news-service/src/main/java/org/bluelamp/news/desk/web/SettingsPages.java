package org.bluelamp.news.desk.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.SecondPerson;
import org.bluelamp.news.desk.web.DeskPages.Done;
import org.bluelamp.service.security.AdministeredForce;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the administrators of a force decide about its newsroom. */
@Controller
@StaffEndpoint(Role.ADMINISTRATOR)
class SettingsPages {

    private final SecondPerson secondPerson;
    private final Pages pages;

    SettingsPages(SecondPerson secondPerson, Pages pages) {
        this.secondPerson = secondPerson;
        this.pages = pages;
    }

    /** The kinds that were ticked. */
    record KindsForm(List<String> kinds) {

        KindsForm {
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }
    }

    @GetMapping("/staff/news/settings")
    PageView show(StaffMember who, @RequestParam @Nullable String done) {
        KindsForm held = new KindsForm(secondPerson.neededBy(AdministeredForce.of(who)).stream()
                .map(ArticleKind::code)
                .toList());
        return new PageView(
                "news/settings",
                pages.staff(StaffSection.NEWS, "News settings", who)
                        .crumb("News", "/staff/news")
                        .notice(Done.banner(done)),
                new SettingsPage(Form.of(new BeanPropertyBindingResult(held, "form"))));
    }

    @PostMapping("/staff/news/settings")
    ModelAndView decide(StaffMember who, @ModelAttribute("form") KindsForm form) {
        Set<ArticleKind> kinds = form.kinds().stream()
                .flatMap(code -> ArticleKind.of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ArticleKind.class)));
        secondPerson.decide(who, AdministeredForce.of(who), kinds);
        return PageView.redirect(Done.DECIDED.at("/staff/news/settings"));
    }
}
