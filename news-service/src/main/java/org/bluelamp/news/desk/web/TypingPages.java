package org.bluelamp.news.desk.web;

import java.util.UUID;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.desk.TypedTexts;
import org.bluelamp.news.markdown.PastedHtml;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** What is being typed: the page's script sends it every few seconds, so that a closed lid or a lost signal costs nothing. */
@Controller
@StaffEndpoint(Role.EDITOR)
class TypingPages {

    private final TypedTexts typed;

    TypingPages(TypedTexts typed) {
        this.typed = typed;
    }

    /** When it was kept, for the line below the form. */
    record Kept(String at) {}

    @PostMapping("/staff/news/{id}/typed")
    @ResponseBody
    Kept keep(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @ModelAttribute("form") ArticleForm form) {
        return new Kept(LondonTime.minute(typed.keep(who.id(), new ArticleId(id), version, form)));
    }

    /** A text as Markdown. */
    record Pasted(String markdown) {}

    /** What HTML from the clipboard is as Markdown; for the page's script, which puts it where the cursor is. */
    @PostMapping("/staff/news/pasted")
    @ResponseBody
    Pasted pasted(@RequestParam String html) {
        return new Pasted(PastedHtml.toMarkdown(html));
    }

    @PostMapping("/staff/news/{id}/typed/discard")
    ModelAndView discard(StaffMember who, @PathVariable UUID id) {
        typed.forget(who.id(), new ArticleId(id));
        return PageView.redirect("/staff/news");
    }
}
