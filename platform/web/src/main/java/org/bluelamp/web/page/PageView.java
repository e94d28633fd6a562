package org.bluelamp.web.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a controller returns to show a page: a template, the frame and what the page shows.
 *
 * <p>The template lies at {@code src/main/jte/<name>.jte} and declares {@code @param Page page} (or {@code StaffPage})
 * and, when it has one, {@code @param <its record> model}. To redirect after a POST return {@link #redirect}.
 */
public final class PageView extends ModelAndView {

    /**
     * @param template such as {@code news/article}
     * @param model the record the template takes
     */
    public PageView(String template, Layout<?> page, Object model) {
        this(template, page);
        addObject("model", model);
    }

    /** For a page that always says the same. */
    public PageView(String template, Layout<?> page) {
        super(template);
        addObject("page", page);
    }

    /** With a status other than 200, such as 422 when a form is shown again. */
    public PageView status(HttpStatus status) {
        setStatus(status);
        return this;
    }

    /** What a form did is done: the browser goes to that page of ours with a GET (303). */
    public static ModelAndView redirect(String path) {
        ModelAndView redirect = new ModelAndView("redirect:" + path);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
