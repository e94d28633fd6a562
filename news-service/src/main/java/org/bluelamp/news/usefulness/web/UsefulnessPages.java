package org.bluelamp.news.usefulness.web;

import java.util.Optional;
import java.util.function.Function;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Articles;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Slug;
import org.bluelamp.news.article.Unpublished;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.usefulness.Usefulness;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where residents say whether an article was useful. There is no cookie and no session; that nobody fills the count
 * alone is up to the gateway's limits.
 */
@Controller
@PublicEndpoint
class UsefulnessPages {

    private final Usefulness usefulness;
    private final Articles articles;
    private final Pages pages;

    UsefulnessPages(Usefulness usefulness, Articles articles, Pages pages) {
        this.usefulness = usefulness;
        this.articles = articles;
        this.pages = pages;
    }

    @GetMapping("/news/{slug}/useful")
    ModelAndView question(@PathVariable String slug) {
        return ofReadable(slug, article -> question(article, Form.blank()));
    }

    @PostMapping("/news/{slug}/useful")
    ModelAndView answer(@PathVariable String slug, @ModelAttribute("form") UsefulForm form, BindingResult errors) {
        return ofReadable(slug, article -> {
            form.check(errors);
            if (errors.hasErrors()) {
                return question(article, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            usefulness.count(article.id(), form.yes());
            return PageView.redirect(path(article) + "/thanks?useful=" + form.useful());
        });
    }

    @GetMapping("/news/{slug}/thanks")
    ModelAndView thanks(@PathVariable String slug, @RequestParam @Nullable String useful) {
        return ofReadable(slug, article -> thanks(article, UsefulForm.isAnswer(useful) ? useful : null, Form.blank()));
    }

    @PostMapping("/news/{slug}/useful/comment")
    ModelAndView comment(@PathVariable String slug, @ModelAttribute("form") RemarkForm form, BindingResult errors) {
        return ofReadable(slug, article -> {
            form.check(errors);
            if (errors.hasErrors()) {
                return thanks(article, form.useful(), Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            usefulness.add(article.id(), form.yes(), form.text());
            return PageView.redirect(path(article) + "/thanks");
        });
    }

    private PageView question(Article article, Form form) {
        return new PageView(
                "news/useful",
                page(article, "Was this article useful?").form(form),
                new UsefulPage(article.content().title(), path(article), path(article) + "/useful", form));
    }

    private PageView thanks(Article article, @Nullable String answer, Form form) {
        return new PageView(
                "news/thanks",
                page(article, "Thank you").form(form),
                new ThanksPage(answer, path(article), path(article) + "/useful/comment", form));
    }

    private Page page(Article article, String title) {
        return pages.page(Section.NEWS, title)
                .crumb("News", "/news")
                .crumb(article.content().title(), path(article))
                .unlisted();
    }

    /** What is asked of an article that can be read; of a withdrawn one its address tells the reason. */
    private ModelAndView ofReadable(String slug, Function<Article, ModelAndView> answer) {
        Article article = Optional.of(slug)
                .filter(Slug::isShapedLikeOne)
                .map(Slug::new)
                .flatMap(articles::findBySlug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (article) {
            case Unpublished _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Withdrawn withdrawn -> PageView.redirect(path(withdrawn));
            case Public _, Archived _ -> answer.apply(article);
        };
    }

    private static String path(Article article) {
        return "/news/" + article.slug();
    }
}
