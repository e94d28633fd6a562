package org.bluelamp.news.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.InReview;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.SecondPersonException;
import org.bluelamp.news.article.StaleArticleException;
import org.bluelamp.news.article.WrongStateException;
import org.bluelamp.news.desk.web.DeskPages.Done;
import org.bluelamp.news.template.Gaps;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Publishing, scheduling, withdrawing and archiving, each asked for once more before it happens. */
@Controller
@StaffEndpoint(Role.EDITOR)
class PublishingPages {

    private final Newsroom newsroom;
    private final Areas areas;
    private final Pages pages;
    private final Clock clock;

    PublishingPages(Newsroom newsroom, Areas areas, Pages pages, Clock clock) {
        this.newsroom = newsroom;
        this.areas = areas;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/staff/news/{id}/publish")
    ModelAndView askToPublish(StaffMember who, @PathVariable UUID id) {
        Article article = newsroom.open(who, new ArticleId(id));
        return newsroom.mayPublish(who, article)
                ? publishPage(who, article, Form.of(new BeanPropertyBindingResult(ScheduleForm.blank(), "form")))
                : PageView.redirect("/staff/news/" + id);
    }

    @PostMapping("/staff/news/{id}/publish")
    ModelAndView publish(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        BindingResult errors = new BeanPropertyBindingResult(ScheduleForm.blank(), "form");
        return letOut(who, id, errors, Done.PUBLISHED, article -> newsroom.publish(who, article, version));
    }

    @PostMapping("/staff/news/{id}/schedule")
    ModelAndView schedule(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") ScheduleForm form,
            BindingResult errors) {
        Optional<Instant> at = form.read(clock.instant(), errors);
        if (at.isEmpty()) {
            return publishPage(who, newsroom.open(who, new ArticleId(id)), Form.of(errors))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return letOut(who, id, errors, Done.SCHEDULED, article -> newsroom.schedule(who, article, version, at.get()));
    }

    /** Publishes or schedules; what stands against it is told on the page that asked. */
    private ModelAndView letOut(StaffMember who, UUID id, BindingResult errors, Done done, Consumer<ArticleId> deed) {
        try {
            deed.accept(new ArticleId(id));
            return PageView.redirect(done.at("/staff/news/" + id));
        } catch (StaleArticleException | WrongStateException tooLate) {
            return notPublished(who, id, errors);
        } catch (SecondPersonException | IllegalArgumentException refused) {
            errors.reject("refused", String.valueOf(refused.getMessage()));
            return publishPage(who, newsroom.open(who, new ArticleId(id)), Form.of(errors))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView notPublished(StaffMember who, UUID id, BindingResult errors) {
        Article now = newsroom.open(who, new ArticleId(id));
        if (!newsroom.mayPublish(who, now)) {
            return PageView.redirect("/staff/news/" + id);
        }
        rejectStale(errors, now, "publish");
        return publishPage(who, now, Form.of(errors)).status(HttpStatus.CONFLICT);
    }

    @PostMapping("/staff/news/{id}/unschedule")
    ModelAndView unschedule(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        return unlessLate(id, Done.UNSCHEDULED, article -> newsroom.unschedule(who, article, version));
    }

    @PostMapping("/staff/news/{id}/archive")
    ModelAndView archive(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        return unlessLate(id, Done.ARCHIVED, article -> newsroom.archive(who, article, version));
    }

    /** Does what needs no second look at the article; who was too late is told and shown it as it is. */
    private static ModelAndView unlessLate(UUID id, Done done, Consumer<ArticleId> deed) {
        try {
            deed.accept(new ArticleId(id));
            return PageView.redirect(done.at("/staff/news/" + id));
        } catch (StaleArticleException | WrongStateException tooLate) {
            return PageView.redirect(Done.NOTHING.at("/staff/news/" + id));
        }
    }

    @GetMapping("/staff/news/{id}/withdraw")
    ModelAndView askToWithdraw(StaffMember who, @PathVariable UUID id) {
        Article article = newsroom.open(who, new ArticleId(id));
        return article instanceof Public || article instanceof Archived
                ? withdrawPage(who, article, Form.blank())
                : PageView.redirect("/staff/news/" + id);
    }

    @PostMapping("/staff/news/{id}/withdraw")
    ModelAndView withdraw(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") WithdrawForm form,
            BindingResult errors) {
        form.check(errors);
        if (errors.hasErrors()) {
            return withdrawPage(who, newsroom.open(who, new ArticleId(id)), Form.of(errors))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            newsroom.withdraw(who, new ArticleId(id), version, form.reason());
            return PageView.redirect(Done.WITHDRAWN.at("/staff/news/" + id));
        } catch (StaleArticleException | WrongStateException tooLate) {
            Article now = newsroom.open(who, new ArticleId(id));
            if (!(now instanceof Public || now instanceof Archived)) {
                return PageView.redirect("/staff/news/" + id);
            }
            rejectStale(errors, now, "withdraw");
            return withdrawPage(who, now, Form.of(errors)).status(HttpStatus.CONFLICT);
        }
    }

    private static void rejectStale(BindingResult errors, Article now, String deed) {
        LastTouch last = LastTouch.of(now);
        errors.reject(
                "stale",
                last.who() + " has " + last.deed() + " this article on " + last.when()
                        + ", after you opened it. Read it again, then " + deed + " it if it is still right");
    }

    private PageView publishPage(StaffMember who, Article article, Form form) {
        return page("news/publish", "Publish this article?", who, article, form);
    }

    private PageView withdrawPage(StaffMember who, Article article, Form form) {
        return page("news/withdraw", "Withdraw this article?", who, article, form);
    }

    private PageView page(String template, String title, StaffMember who, Article article, Form form) {
        String path = "/staff/news/" + article.id();
        AreaMap map = areas.all();
        return new PageView(
                template,
                pages.staff(StaffSection.NEWS, title, who)
                        .crumb("News", "/staff/news")
                        .crumb(article.content().title(), path)
                        .form(form),
                new ConfirmPage(
                        article.content().title(),
                        article.content().summary(),
                        path + template.substring(template.indexOf('/')),
                        path,
                        article.version(),
                        map.named(article.content().areas()).stream()
                                .map(Area::name)
                                .toList(),
                        inWords(map.householdsIn(article.content().areas())),
                        article.state().isPublic() ? List.of() : Gaps.in(article.content()),
                        article instanceof Draft || article instanceof InReview,
                        form));
    }

    private static @Nullable String inWords(OptionalLong number) {
        return number.isPresent() ? String.format(Locale.UK, "%,d", number.getAsLong()) : null;
    }
}
