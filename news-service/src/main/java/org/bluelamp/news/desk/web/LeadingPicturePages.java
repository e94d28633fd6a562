package org.bluelamp.news.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.StaleArticleException;
import org.bluelamp.news.article.WrongStateException;
import org.bluelamp.news.desk.web.DeskPages.Done;
import org.bluelamp.news.picture.Leading;
import org.bluelamp.news.picture.Pictures;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody says which of its pictures stands for an article in lists and where it is shared. */
@Controller
@StaffEndpoint(Role.EDITOR)
class LeadingPicturePages {

    private static final String NOTE = "Another of its pictures leads the article.";

    private final Newsroom newsroom;
    private final Pictures pictures;
    private final Pages pages;

    LeadingPicturePages(Newsroom newsroom, Pictures pictures, Pages pages) {
        this.newsroom = newsroom;
        this.pictures = pictures;
        this.pages = pages;
    }

    @GetMapping("/staff/news/{id}/leading-picture")
    PageView choose(StaffMember who, @PathVariable UUID id) {
        Article article = newsroom.open(who, new ArticleId(id));
        String body = article.content().body();
        List<String> codes = Leading.codes(body);
        Optional<String> marked =
                codes.stream().filter(code -> Leading.isMarked(body, code)).findFirst();
        List<LeadingPicturePage.Choice> choices = new ArrayList<>();
        for (String code : codes) {
            pictures.find(code)
                    .ifPresent(picture -> choices.add(new LeadingPicturePage.Choice(
                            code,
                            choices.isEmpty() ? "leading" : "leading-" + (choices.size() + 1),
                            picture.alternative().isEmpty() ? picture.name() : picture.alternative(),
                            picture.shown(),
                            code.equals(marked.orElse(codes.getFirst())))));
        }
        return new PageView(
                "news/leading-picture",
                pages.staff(StaffSection.NEWS, "Choose the leading picture", who)
                        .crumb("News", "/staff/news")
                        .crumb(article.content().title(), "/staff/news/" + id),
                new LeadingPicturePage("/staff/news/" + id, article.version(), article instanceof Public, choices));
    }

    /** Marks the picture in the text, so that it goes the way of every change of the words. */
    @PostMapping("/staff/news/{id}/leading-picture")
    ModelAndView chosen(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String leading) {
        ArticleId wanted = new ArticleId(id);
        Article article = newsroom.open(who, wanted);
        Content before = article.content();
        Content after = new Content(
                before.title(),
                before.summary(),
                Leading.mark(before.body(), leading),
                before.areas(),
                before.topics(),
                before.campaign(),
                before.details());
        String path = "/staff/news/" + id;
        if (after.equals(before)) {
            return PageView.redirect(path);
        }
        try {
            if (article instanceof Public) {
                newsroom.correct(who, wanted, version, after, NOTE);
                return PageView.redirect(Done.CORRECTED.at(path));
            }
            newsroom.rewrite(who, wanted, version, after);
            return PageView.redirect(Done.SAVED.at(path));
        } catch (StaleArticleException | WrongStateException tooLate) {
            return PageView.redirect(Done.NOTHING.at(path));
        }
    }
}
