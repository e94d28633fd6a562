package org.bluelamp.news.desk.web;

import java.util.UUID;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Comment;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.StaleArticleException;
import org.bluelamp.news.article.WrongStateException;
import org.bluelamp.news.desk.web.DeskPages.Done;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A second person reads what one wrote: asking for it, commenting, sending back. Publishing is as for any article. */
@Controller
@StaffEndpoint(Role.EDITOR)
class ReviewPages {

    private final Newsroom newsroom;
    private final DeskPages desk;

    ReviewPages(Newsroom newsroom, DeskPages desk) {
        this.newsroom = newsroom;
        this.desk = desk;
    }

    /** What was said of an article, as it was typed. */
    record CommentForm(String text) {

        CommentForm {
            text = text == null ? "" : text;
        }
    }

    @PostMapping("/staff/news/{id}/submit")
    ModelAndView submit(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        try {
            newsroom.submit(who, new ArticleId(id), version);
            return PageView.redirect(Done.SUBMITTED.at("/staff/news/" + id));
        } catch (StaleArticleException | WrongStateException tooLate) {
            return PageView.redirect(Done.NOTHING.at("/staff/news/" + id));
        }
    }

    /**
     * Takes a comment.
     *
     * @param step {@code comment}, or {@code back} to send the article back with it
     */
    @PostMapping("/staff/news/{id}/comments")
    ModelAndView comment(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "comment") String step,
            @ModelAttribute("form") CommentForm form,
            BindingResult errors) {
        ArticleId article = new ArticleId(id);
        int length = Content.length(Content.lines(form.text()).strip());
        if (length == 0) {
            errors.rejectValue("text", "NotBlank", "Enter what you want to say");
        } else if (length > Comment.LIMIT) {
            errors.rejectValue("text", "Size", "Shorten it to at most " + Comment.LIMIT + " characters");
        }
        if (errors.hasErrors()) {
            return desk.article(who, newsroom.open(who, article), Form.of(errors), null)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!step.equals("back")) {
            newsroom.comment(who, article, form.text());
            return PageView.redirect(Done.COMMENTED.at("/staff/news/" + id));
        }
        try {
            newsroom.sendBack(who, article, version, form.text());
            return PageView.redirect(Done.SENT_BACK.at("/staff/news/" + id));
        } catch (StaleArticleException | WrongStateException tooLate) {
            errors.reject("stale", "Somebody changed this article after you opened it. Read it again, then decide");
            return desk.article(who, newsroom.open(who, article), Form.of(errors), null)
                    .status(HttpStatus.CONFLICT);
        }
    }
}
