package org.bluelamp.news.template.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.template.Pattern;
import org.bluelamp.news.template.StaleTemplateException;
import org.bluelamp.news.template.Template;
import org.bluelamp.news.template.Templates;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where editors keep templates; whatever goes wrong, what was typed comes back. */
@Controller
@StaffEndpoint(Role.EDITOR)
@RequestMapping(TemplatePages.HOME)
class TemplatePages {

    static final String HOME = "/staff/news/templates";

    /** The version of a template that is not kept yet. */
    private static final long NOT_KEPT = 0;

    private final Templates templates;
    private final Newsroom newsroom;
    private final Areas areas;
    private final Pages pages;

    TemplatePages(Templates templates, Newsroom newsroom, Areas areas, Pages pages) {
        this.templates = templates;
        this.newsroom = newsroom;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    PageView list(StaffMember who, @RequestParam @Nullable String done) {
        AreaMap map = areas.all();
        return new PageView(
                "template/list",
                pages.staff(StaffSection.NEWS, "Templates", who)
                        .crumb("News", "/staff/news")
                        .notice(Done.banner(done)),
                new TemplateListPage(
                        templates.of(who).stream()
                                .map(template -> row(who, template, map))
                                .toList(),
                        !choices(who, map).isEmpty()));
    }

    private TemplateListPage.Row row(StaffMember who, Template template, AreaMap map) {
        Pattern pattern = template.pattern();
        return new TemplateListPage.Row(
                pattern.name(),
                map.named(pattern.area()).name(),
                pattern.kind().label(),
                "/staff/news/new?template=" + template.id(),
                templates.mayChange(who, template) ? HOME + "/" + template.id() : null);
    }

    /**
     * A new one.
     *
     * @param article whose words it begins with
     */
    @GetMapping("/new")
    PageView blank(StaffMember who, @RequestParam @Nullable UUID article) {
        TemplateForm form =
                article == null ? TemplateForm.blank() : TemplateForm.of(newsroom.open(who, new ArticleId(article)));
        return form(who, UUID.randomUUID(), Form.of(new BeanPropertyBindingResult(form, "form")), NOT_KEPT);
    }

    @GetMapping("/{id}")
    PageView edit(StaffMember who, @PathVariable UUID id) {
        Template template = templates.open(who, id);
        who.require(Role.EDITOR, template.pattern().area());
        BindingResult held = new BeanPropertyBindingResult(TemplateForm.of(template.pattern()), "form");
        return form(who, id, Form.of(held), template.version());
    }

    @PostMapping("/{id}")
    ModelAndView save(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @ModelAttribute("form") TemplateForm form,
            BindingResult errors) {
        Optional<Pattern> pattern = form.read(who, areas.all(), errors);
        if (pattern.isEmpty()) {
            return form(who, id, Form.of(errors), version).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            if (version == NOT_KEPT) {
                templates.add(who, id, pattern.get());
            } else {
                templates.change(who, id, version, pattern.get());
            }
            return PageView.redirect(Done.SAVED.at(HOME));
        } catch (StaleTemplateException stale) {
            Template now = templates.open(who, id);
            errors.reject(
                    "stale",
                    "Not saved yet: " + now.changedBy().name() + " changed this template on "
                            + LondonTime.minute(now.changedAt())
                            + ", after you opened it. Compare with theirs in another window, then save yours again to"
                            + " replace it");
            return form(who, id, Form.of(errors), now.version()).status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(StaffMember who, @PathVariable UUID id) {
        templates.delete(who, id);
        return PageView.redirect(Done.DELETED.at(HOME));
    }

    private PageView form(StaffMember who, UUID id, Form form, long version) {
        StaffPage page = pages.staff(StaffSection.NEWS, version == NOT_KEPT ? "New template" : "Edit the template", who)
                .crumb("News", "/staff/news")
                .crumb("Templates", HOME)
                .form(form);
        return new PageView(
                "template/write",
                page,
                new TemplateWritePage(form, HOME + "/" + id, version, choices(who, areas.all())));
    }

    /** The forces and districts for which the person edits. */
    private static List<Choice> choices(StaffMember who, AreaMap map) {
        return Stream.concat(map.forces().stream(), map.districts().stream())
                .filter(area -> who.may(Role.EDITOR, area.code()))
                .map(area -> new Choice(area.code().value(), name(area)))
                .toList();
    }

    private static String name(Area area) {
        return area.kind() == AreaKind.FORCE ? "All of " + area.name() : area.name();
    }

    /** What a deed's success is called in the address that the browser is sent to, and in words. */
    private enum Done {
        SAVED("The template is saved."),
        DELETED("The template is deleted. Articles that were begun from it stay.");

        private final String words;

        Done(String words) {
            this.words = words;
        }

        String at(String path) {
            return path + "?done=" + name().toLowerCase(Locale.ROOT);
        }

        static @Nullable NotificationBanner banner(@Nullable String done) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(done))
                    .findFirst()
                    .map(one -> NotificationBanner.success(one.words))
                    .orElse(null);
        }
    }
}
