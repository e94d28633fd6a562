package org.bluelamp.web.page;

import gg.jte.Content;
import gg.jte.generated.precompiled.layout.JtestaffGenerated;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.ServiceNavigation;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page of the staff portal. {@link Pages#staff} makes one; each method gives a changed copy:
 *
 * <pre>{@code pages.staff(StaffSection.NEWS, "New article", staff.name()).crumb("Articles", "/staff/news")}</pre>
 *
 * @param section null for a page that belongs to none
 * @param staffName who is signed in; null when nobody is
 */
public record StaffPage(
        Site site,
        @Nullable StaffSection section,
        Main main,
        @Nullable String staffName) implements Layout {

    StaffPage(Site site, @Nullable StaffSection section, String title, @Nullable String staffName) {
        this(site, section, new Main(title), staffName);
    }

    private StaffPage main(Main newMain) {
        return new StaffPage(site, section, newMain, staffName);
    }

    /** Small text above the heading: what the page belongs to. */
    public StaffPage caption(String text) {
        return main(main.caption(text));
    }

    /** One more page above this one; from the top down. The page itself is not among them. */
    public StaffPage crumb(String text, String href) {
        return main(main.crumb(text, href));
    }

    /** A link to the page before, for a journey through forms. */
    public StaffPage back(String href) {
        return main(main.back(href));
    }

    /** Shows what is wrong with the form at the top of the page and says so in the title. */
    public StaffPage form(Form form) {
        return main(main.form(form));
    }

    /** A banner above the heading; null for none. */
    public StaffPage notice(@Nullable NotificationBanner banner) {
        return main(main.notice(banner));
    }

    /** For a page whose content brings its own heading. */
    public StaffPage withoutHeading() {
        return main(main.withoutHeading());
    }

    @Override
    public Content with(Content content) {
        return (Component) output -> JtestaffGenerated.render(output, null, this, content);
    }

    @Override
    public String documentTitle() {
        return main.documentTitle(site);
    }

    public ServiceNavigation navigation() {
        return Entry.navigation(StaffSection.values(), section, main);
    }
}
