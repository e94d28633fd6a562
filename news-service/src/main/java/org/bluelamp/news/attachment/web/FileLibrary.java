package org.bluelamp.news.attachment.web;

import java.io.IOException;
import java.util.List;
import org.bluelamp.news.attachment.Attachment;
import org.bluelamp.news.attachment.Attachments;
import org.bluelamp.news.attachment.BadAttachment;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.govuk.Text;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
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
import org.springframework.web.servlet.ModelAndView;

/** The library in which editors keep the files that articles offer. */
@Controller
@StaffEndpoint(Role.EDITOR)
@RequestMapping("/staff/news/files")
class FileLibrary {

    private static final String PATH = "/staff/news/files";
    private static final int PER_PAGE = 20;
    private static final int LAST_PAGE = 10_000;

    private final Attachments attachments;
    private final Pages pages;

    FileLibrary(Attachments attachments, Pages pages) {
        this.attachments = attachments;
        this.pages = pages;
    }

    @GetMapping
    PageView list(
            StaffMember who,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam @Nullable String added,
            @RequestParam @Nullable String removed) {
        return library(
                who,
                Form.blank(),
                Math.clamp(page, 1, LAST_PAGE),
                added != null
                        ? NotificationBanner.success(
                                "The file is in the library. Copy its line into the text of an article.")
                        : removed != null ? NotificationBanner.success("The file is removed.") : null);
    }

    @PostMapping
    ModelAndView upload(StaffMember who, @ModelAttribute("form") AttachmentForm sent, BindingResult errors)
            throws IOException {
        sent.check(errors);
        if (!errors.hasErrors()) {
            try {
                attachments.add(who, sent.bytes(), sent.name(), sent.title());
                return PageView.redirect(PATH + "?added");
            } catch (BadAttachment bad) {
                errors.rejectValue("file", "bad", bad.reason());
            }
        }
        return library(who, Form.of(errors), 1, null).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{code:[0-9a-f]{16}}/remove")
    ModelAndView remove(
            StaffMember who,
            @PathVariable String code,
            @ModelAttribute("form") AttachmentForm sent,
            BindingResult errors) {
        if (attachments.remove(who, code)) {
            return PageView.redirect(PATH + "?removed");
        }
        errors.reject("used", "The file stays: an article offers it. Take it out of its text first");
        return library(who, Form.of(errors), 1, null).status(HttpStatus.CONFLICT);
    }

    private PageView library(StaffMember who, Form form, int page, @Nullable NotificationBanner notice) {
        List<Attachment> found = attachments.newest((page - 1) * PER_PAGE, PER_PAGE + 1);
        return new PageView(
                "news/files",
                pages.staff(StaffSection.NEWS, "Files", who)
                        .crumb("News", "/staff/news")
                        .form(form)
                        .notice(notice),
                new FilesPage(
                        form, found.stream().limit(PER_PAGE).toList(), pagination(page, found.size() > PER_PAGE)));
    }

    private static @Nullable Pagination pagination(int page, boolean more) {
        if (page == 1 && !more) {
            return null;
        }
        return new Pagination(
                page > 1 ? new Pagination.Neighbour(PATH + "?page=" + (page - 1), new Text("Newer files"), null) : null,
                more ? new Pagination.Neighbour(PATH + "?page=" + (page + 1), new Text("Older files"), null) : null);
    }
}
