package org.bluelamp.news.picture.web;

import java.io.IOException;
import java.util.List;
import org.bluelamp.images.BadImage;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.picture.Picture;
import org.bluelamp.news.picture.Pictures;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.govuk.Text;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The library in which editors keep pictures. A page of its own, so that sending a file puts no article at risk. */
@Controller
@StaffEndpoint(Role.EDITOR)
@RequestMapping("/staff/news/pictures")
class PictureLibrary {

    private static final int PER_PAGE = 12;
    private static final int LAST_PAGE = 10_000;

    private final Pictures pictures;
    private final Pages pages;

    PictureLibrary(Pictures pictures, Pages pages) {
        this.pictures = pictures;
        this.pages = pages;
    }

    @GetMapping
    PageView list(
            StaffMember who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam @Nullable String removed) {
        return library(who, Form.blank(), q, Math.clamp(page, 1, LAST_PAGE), removed != null);
    }

    @PostMapping
    ModelAndView upload(StaffMember who, @ModelAttribute("form") PictureForm sent, BindingResult errors)
            throws IOException {
        sent.check(errors);
        if (!errors.hasErrors()) {
            try {
                Picture picture = pictures.add(who, sent.bytes(), sent.name(), sent.alternative());
                return PageView.redirect("/staff/news/pictures/" + picture.code() + "?added");
            } catch (BadImage bad) {
                errors.rejectValue("file", "bad", bad.reason());
            }
        }
        return library(who, Form.of(errors), "", 1, false).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{code:[0-9a-f]{16}}")
    PageView picture(
            StaffMember who,
            @PathVariable String code,
            @RequestParam @Nullable String added,
            @RequestParam @Nullable String saved) {
        Picture picture = find(code);
        Form form = Form.of(PictureForm.of(picture));
        @Nullable
        NotificationBanner notice = added != null
                ? NotificationBanner.success(
                        "The picture is in the library. Copy its line into the text of an article.")
                : saved != null ? NotificationBanner.success("The description is saved.") : null;
        return one(who, picture, form, notice);
    }

    @PostMapping("/{code:[0-9a-f]{16}}")
    ModelAndView describe(
            StaffMember who,
            @PathVariable String code,
            @ModelAttribute("form") PictureForm sent,
            BindingResult errors) {
        Picture picture = find(code);
        sent.check(errors);
        if (errors.hasErrors()) {
            return one(who, picture, Form.of(errors), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        pictures.describe(who, code, sent.alternative());
        return PageView.redirect("/staff/news/pictures/" + code + "?saved");
    }

    @PostMapping("/{code:[0-9a-f]{16}}/remove")
    ModelAndView remove(
            StaffMember who,
            @PathVariable String code,
            @ModelAttribute("form") PictureForm sent,
            BindingResult errors) {
        if (pictures.remove(who, code)) {
            return PageView.redirect("/staff/news/pictures?removed");
        }
        Picture picture = find(code);
        errors.reject("used", "The picture stays: the articles below show it. Take it out of their texts first");
        return one(who, picture, Form.of(errors), null).status(HttpStatus.CONFLICT);
    }

    private Picture find(String code) {
        return pictures.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PageView library(StaffMember who, Form form, String q, int page, boolean removed) {
        String words = Content.oneLine(q);
        List<Picture> found = pictures.search(words, (page - 1) * PER_PAGE, PER_PAGE + 1);
        StaffPage frame = frame(who, "Pictures")
                .form(form)
                .notice(removed ? NotificationBanner.success("The picture is removed.") : null);
        return new PageView(
                "news/pictures",
                frame,
                new LibraryPage(
                        form,
                        words,
                        found.stream().limit(PER_PAGE).toList(),
                        pagination(words, page, found.size() > PER_PAGE)));
    }

    private static @Nullable Pagination pagination(String words, int page, boolean more) {
        if (page == 1 && !more) {
            return null;
        }
        return new Pagination(
                page > 1 ? new Pagination.Neighbour(at(words, page - 1), new Text("Newer pictures"), null) : null,
                more ? new Pagination.Neighbour(at(words, page + 1), new Text("Older pictures"), null) : null);
    }

    private static String at(String words, int page) {
        return UriComponentsBuilder.fromPath("/staff/news/pictures")
                .queryParam("q", "{words}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(words)
                .toUriString();
    }

    private PageView one(StaffMember who, Picture picture, Form form, @Nullable NotificationBanner notice) {
        return new PageView(
                "news/picture",
                frame(who, picture.name())
                        .crumb("Pictures", "/staff/news/pictures")
                        .form(form)
                        .notice(notice),
                new LibraryPicturePage(
                        picture,
                        LondonTime.day(picture.addedAt()) + " by " + picture.addedBy(),
                        pictures.uses(picture.code()),
                        form));
    }

    private StaffPage frame(StaffMember who, String title) {
        return pages.staff(StaffSection.NEWS, title, who).crumb("News", "/staff/news");
    }
}
