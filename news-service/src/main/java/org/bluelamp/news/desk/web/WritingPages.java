package org.bluelamp.news.desk.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.InReview;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Scheduled;
import org.bluelamp.news.article.SecondPersonException;
import org.bluelamp.news.article.StaleArticleException;
import org.bluelamp.news.article.Unpublished;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.article.WrongStateException;
import org.bluelamp.news.desk.Typed;
import org.bluelamp.news.desk.TypedTexts;
import org.bluelamp.news.desk.web.DeskPages.Done;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.markdown.PastedHtml;
import org.bluelamp.news.reading.web.ArticlePage;
import org.bluelamp.news.template.Gaps;
import org.bluelamp.news.template.Templates;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Where articles are written. A new article has its address from the first look at the empty form, so writing and
 * changing are one form, and sending it twice makes one article. The form's text travels with it through the preview;
 * whatever goes wrong, the page that comes back holds all that was typed.
 */
@Controller
@StaffEndpoint(Role.EDITOR)
class WritingPages {

    /** The version of an article that is not kept yet. */
    private static final long NOT_KEPT = 0;

    private static final String MERGE = "Two of you changed this article";

    private final Newsroom newsroom;
    private final Areas areas;
    private final Markdown markdown;
    private final TypedTexts texts;
    private final Templates templates;
    private final Merges merges;
    private final JsonMapper json;
    private final Pages pages;
    private final Clock clock;

    WritingPages(
            Newsroom newsroom,
            Areas areas,
            Markdown markdown,
            TypedTexts texts,
            Templates templates,
            Merges merges,
            JsonMapper json,
            Pages pages,
            Clock clock) {
        this.newsroom = newsroom;
        this.areas = areas;
        this.markdown = markdown;
        this.texts = texts;
        this.templates = templates;
        this.merges = merges;
        this.json = json;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A new article.
     *
     * @param template what it is begun from; empty when it is begun from nothing
     * @param title a suggestion, as links from other pages of the portal have it; more than fits is cut off
     * @param body another
     * @param area for whom, by its code
     */
    @GetMapping("/staff/news/new")
    PageView blank(
            StaffMember who,
            @RequestParam @Nullable UUID template,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String area) {
        ArticleForm form = template == null
                ? ArticleForm.suggesting(title, body, area)
                : ArticleForm.from(templates.open(who, template).pattern());
        return form(who, ArticleId.next(), Form.of(form), NOT_KEPT, null, areas.all());
    }

    @GetMapping("/staff/news/{id}/edit")
    ModelAndView edit(StaffMember who, @PathVariable UUID id, @RequestParam @Nullable String typed) {
        ArticleId wanted = new ArticleId(id);
        Optional<Typed> unsaved = texts.find(who.id(), wanted);
        if (unsaved.isPresent() && typed != null) {
            Typed text = unsaved.get();
            Form form = Form.of(json.treeToValue(text.form(), ArticleForm.class));
            @Nullable Article before = text.version() == NOT_KEPT ? null : newsroom.open(who, wanted);
            return form(who, wanted, form, text.version(), before, areas.all());
        }
        Article article = newsroom.open(who, wanted);
        if (article instanceof Scheduled || article instanceof Archived || article instanceof Withdrawn) {
            return PageView.redirect("/staff/news/" + id);
        }
        Form form = Form.of(ArticleForm.of(article.content()));
        return form(who, article.id(), form, article.version(), article, areas.all());
    }

    /**
     * Takes the form.
     *
     * @param step {@code save}, {@code preview}, {@code tidy} to have HTML in the text made Markdown, or {@code write} to
     *     come back from the preview
     */
    @PostMapping("/staff/news/{id}/edit")
    ModelAndView send(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "save") String step,
            @ModelAttribute("form") ArticleForm form,
            BindingResult errors) {
        ArticleId article = new ArticleId(id);
        @Nullable Article before = version == NOT_KEPT ? null : newsroom.open(who, article);
        AreaMap map = areas.all();
        if (step.equals("write")) {
            return form(who, article, Form.of(form), version, before, map);
        }
        if (step.equals("tidy")) {
            return form(who, article, Form.of(form.withoutHtml()), version, before, map);
        }
        form.check(who, map, before instanceof Public, LondonTime.date(clock.instant()), errors);
        markdown.libraryFault(form.body()).ifPresent(fault -> errors.rejectValue("body", "library", fault));
        if (errors.hasErrors()) {
            return form(who, article, Form.of(errors), version, before, map).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (step.equals("preview")) {
            return preview(who, article, form, version, before, map);
        }
        try {
            return save(who, article, form, version, before instanceof Public);
        } catch (SecondPersonException refused) {
            errors.rejectValue("kind", "second", String.valueOf(refused.getMessage()));
            return form(who, article, Form.of(errors), version, before, map).status(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (StaleArticleException | DuplicateKeyException | WrongStateException tooLate) {
            return tooLate(who, article, form, version, errors, map);
        }
    }

    /**
     * Takes what was chosen where two texts were changed at the same time, and goes on with both as one.
     *
     * @param version the version that the other saved
     * @param base the version that both began with
     * @param form what the person had typed
     * @param step {@code save}, or {@code write} to go on writing
     */
    @PostMapping("/staff/news/{id}/merge")
    ModelAndView merge(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "0") long base,
            @RequestParam(defaultValue = "save") String step,
            @RequestParam Map<String, String> sent,
            @ModelAttribute("form") ArticleForm form,
            BindingResult errors) {
        ArticleId article = new ArticleId(id);
        Article now = newsroom.open(who, article);
        AreaMap map = areas.all();
        Optional<ArticleForm> theirs = merges.at(article, version);
        if (theirs.isEmpty()) {
            // Nobody knows any more what was merged with; what was typed is shown beside what there is now.
            return tooLate(who, article, form, base, errors, map);
        }
        Merging merging = new Merging(form, theirs.get(), merges.at(article, base));
        Map<MergedField, Merging.Chosen> chosen = merges.chosen(sent);
        merging.open(chosen)
                .forEach(field -> errors.rejectValue(
                        field.code(),
                        "NotBlank",
                        "Choose which one to keep: " + field.label().toLowerCase(Locale.UK)));
        if (errors.hasErrors()) {
            return merges.page(
                            frame(who, MERGE, now),
                            errors,
                            merging,
                            chosen,
                            now,
                            new Merges.Versions(version, base),
                            save(now),
                            map)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ArticleForm merged = merging.merged(chosen);
        BindingResult checked = new BeanPropertyBindingResult(merged, "form");
        return step.equals("write")
                ? form(who, article, Form.of(checked), version, now, map)
                : send(who, id, version, "save", merged, checked);
    }

    private ModelAndView save(StaffMember who, ArticleId id, ArticleForm form, long version, boolean correcting) {
        Done done;
        if (correcting) {
            newsroom.correct(who, id, version, form.content(), form.note());
            done = Done.CORRECTED;
        } else if (version == NOT_KEPT) {
            newsroom.write(who, id, form.content());
            done = Done.SAVED;
        } else {
            newsroom.rewrite(who, id, version, form.content());
            done = Done.SAVED;
        }
        texts.forget(who.id(), id);
        return PageView.redirect(done.at("/staff/news/" + id));
    }

    private PageView preview(
            StaffMember who, ArticleId id, ArticleForm form, long version, @Nullable Article before, AreaMap map) {
        Content content = form.content();
        return new PageView(
                "news/preview",
                frame(who, "Preview", before),
                new PreviewPage(
                        content.title(),
                        ArticlePage.of(content, map, markdown),
                        Gaps.in(content),
                        HowItReads.of(content, markdown.plainText(content.body())),
                        PastedHtml.isIn(form.body()),
                        form,
                        action(id),
                        version,
                        save(before)));
    }

    /** Somebody was faster: nothing is saved, nothing is lost, and both texts are shown. */
    private PageView tooLate(
            StaffMember who, ArticleId id, ArticleForm mine, long base, BindingResult errors, AreaMap map) {
        Article now = newsroom.open(who, id);
        LastTouch last = LastTouch.of(now);
        Merging merging = new Merging(mine, ArticleForm.of(now.content()), merges.at(id, base));
        if (!isOver(now) && !merging.differences().isEmpty()) {
            errors.reject(
                    "stale",
                    "Not saved yet: " + last.who() + " has " + last.deed() + " this article on " + last.when()
                            + ", after you opened it. Choose below what to keep of each");
            return merges.page(
                            frame(who, MERGE, now),
                            errors,
                            merging,
                            Map.of(),
                            now,
                            new Merges.Versions(now.version(), base),
                            save(now),
                            map)
                    .status(HttpStatus.CONFLICT);
        }
        errors.reject(
                "stale",
                isOver(now)
                        ? "Not saved: " + last.who() + " has " + last.deed() + " this article on " + last.when()
                                + ". Your text is below; copy it into a new article if it is still needed"
                        : "Not saved yet: " + last.who() + " has " + last.deed() + " this article on " + last.when()
                                + ", after you opened it. Compare both texts, then save yours again to replace theirs");
        return form(who, id, Form.of(errors), now.version(), now, map, true).status(HttpStatus.CONFLICT);
    }

    private static boolean isOver(Article article) {
        return article instanceof Withdrawn || article instanceof Archived || article instanceof Scheduled;
    }

    private PageView form(
            StaffMember who, ArticleId id, Form form, long version, @Nullable Article before, AreaMap map) {
        return form(who, id, form, version, before, map, false);
    }

    private PageView form(
            StaffMember who,
            ArticleId id,
            Form form,
            long version,
            @Nullable Article before,
            AreaMap map,
            boolean compare) {
        return new PageView(
                "news/write",
                frame(who, title(before), before).form(form),
                new WritePage(
                        form,
                        action(id),
                        version,
                        AreaChoices.of(map, who, form.field("areas")),
                        save(before),
                        before instanceof Public
                                ? "This article is public: readers see what you save at once, and what it was before."
                                : null,
                        compare && before != null ? theirs(before) : null,
                        unsaved(who, id, form),
                        PastedHtml.isIn(
                                Objects.requireNonNullElse(form.field("body").value(), "")),
                        before instanceof Public));
    }

    /** Text that the person typed some other time and may want to go on with; not when the form shows it already. */
    private WritePage.@Nullable Unsaved unsaved(StaffMember who, ArticleId id, Form form) {
        return texts.find(who.id(), id)
                .filter(text -> !text.form()
                        .path("body")
                        .asString("")
                        .equals(form.field("body").value()))
                .map(text -> new WritePage.Unsaved(LondonTime.minute(text.at()), "/staff/news/" + id))
                .orElse(null);
    }

    private static WritePage.Theirs theirs(Article article) {
        LastTouch last = LastTouch.of(article);
        return new WritePage.Theirs(last.who(), last.when(), article.content());
    }

    private StaffPage frame(StaffMember who, String title, @Nullable Article before) {
        StaffPage page = pages.staff(StaffSection.NEWS, title, who).crumb("News", "/staff/news");
        return before == null ? page : page.crumb(before.content().title(), "/staff/news/" + before.id());
    }

    private static String title(@Nullable Article before) {
        return switch (before) {
            case null -> "Write an article";
            case Public _ -> "Correct the article";
            case Unpublished _, Archived _, Withdrawn _ -> "Edit the article";
        };
    }

    private static String save(@Nullable Article before) {
        return switch (before) {
            case null -> "Save draft";
            case Draft _ -> "Save draft";
            case Public _ -> "Save and show to readers";
            case InReview _, Scheduled _, Archived _, Withdrawn _ -> "Save";
        };
    }

    private static String action(ArticleId id) {
        return "/staff/news/" + id + "/edit";
    }
}
