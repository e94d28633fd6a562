package org.bluelamp.web.page;

import gg.jte.Content;
import gg.jte.generated.precompiled.layout.JtepageGenerated;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.ServiceNavigation;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page for residents. {@link Pages#page} makes one; each method gives a changed copy:
 *
 * <pre>{@code pages.page(Section.NEWS, article.title()).crumb("News", "/news").description(article.summary())}</pre>
 *
 * A template puts its content inside with {@code ${page.with(@`...`)}}. The heading comes from the title.
 *
 * @param section null for a page that belongs to none
 * @param description what search engines and shared links say about the page, in one sentence
 * @param feed an Atom feed of what the page lists
 * @param listed whether search engines may show it
 */
public record Page(
        Site site,
        @Nullable Section section,
        Main main,
        @Nullable String description,
        @Nullable Feed feed,
        boolean listed)
        implements Layout {

    Page(Site site, @Nullable Section section, String title) {
        this(site, section, new Main(title), null, null, true);
    }

    private Page main(Main newMain) {
        return new Page(site, section, newMain, description, feed, listed);
    }

    /** Small text above the heading: what the page belongs to. */
    public Page caption(String text) {
        return main(main.caption(text));
    }

    /** One more page above this one; from the top down. The page itself is not among them. */
    public Page crumb(String text, String href) {
        return main(main.crumb(text, href));
    }

    /** A link to the page before, for a journey through forms. */
    public Page back(String href) {
        return main(main.back(href));
    }

    /** Shows what is wrong with the form at the top of the page and says so in the title. */
    public Page form(Form form) {
        return main(main.form(form));
    }

    /** A banner above the heading; null for none. */
    public Page notice(@Nullable NotificationBanner banner) {
        return main(main.notice(banner));
    }

    /** For a page whose content brings its own heading. */
    public Page withoutHeading() {
        return main(main.withoutHeading());
    }

    public Page description(String text) {
        return new Page(site, section, main, text, feed, listed);
    }

    public Page feed(String title, String href) {
        return new Page(site, section, main, description, new Feed(title, href), listed);
    }

    /** Keeps the page out of search engines, such as one that a secret link opens. */
    public Page unlisted() {
        return new Page(site, section, main, description, feed, false);
    }

    @Override
    public Content with(Content content) {
        return (Component) output -> JtepageGenerated.render(output, null, this, content);
    }

    @Override
    public String documentTitle() {
        return main.documentTitle(site);
    }

    public ServiceNavigation navigation() {
        return Entry.navigation(Section.values(), section, main);
    }

    /** An Atom feed. */
    public record Feed(String title, String href) {}
}
