package org.bluelamp.news.desk.web;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.StaleArticleException;
import org.bluelamp.news.article.WrongStateException;
import org.bluelamp.news.desk.web.DeskPages.Done;
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
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Publishing and withdrawing, each asked for once more before it happens. */
@Controller
@StaffEndpoint(Role.EDITOR)
class PublishingPages {

    private final Newsroom newsroom;
    private final Areas areas;
    private final Pages pages;

    PublishingPages(Newsroom newsroom, Areas areas, Pages pages) {
        this.newsroom = newsroom;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping("/staff/news/{id}/publish")
    ModelAndView askToPublish(StaffMember who, @PathVariable UUID id) {
        Article article = newsroom.open(who, new ArticleId(id));
        return article.state() == ArticleState.DRAFT
                ? publishPage(who, article, Form.blank())
                : PageView.redirect("/staff/news/" + id);
    }

    @PostMapping("/staff/news/{id}/publish")
    ModelAndView publish(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        try {
            newsroom.publish(who, new ArticleId(id), version);
            return PageView.redirect(Done.PUBLISHED.at("/staff/news/" + id));
        } catch (StaleArticleException | WrongStateException tooLate) {
            Article now = newsroom.open(who, new ArticleId(id));
            if (now.state() != ArticleState.DRAFT) {
                return PageView.redirect("/staff/news/" + id);
            }
            BindingResult errors = new BindException(now, "article");
            rejectStale(errors, now, "publish");
            return publishPage(who, now, Form.of(errors)).status(HttpStatus.CONFLICT);
        }
    }

    @GetMapping("/staff/news/{id}/withdraw")
    ModelAndView askToWithdraw(StaffMember who, @PathVariable UUID id) {
        Article article = newsroom.open(who, new ArticleId(id));
        return article.state() == ArticleState.PUBLISHED
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
            if (now.state() != ArticleState.PUBLISHED) {
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
                        form));
    }

    private static @Nullable String inWords(OptionalLong number) {
        return number.isPresent() ? String.format(Locale.UK, "%,d", number.getAsLong()) : null;
    }
}
