package org.bluelamp.web.page;

import gg.jte.Content;
import gg.jte.generated.precompiled.layout.JtepageGenerated;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.ServiceNavigation;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page for residents. {@link Pages#page} makes one:
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
        implements Layout<Page> {

    Page(Site site, @Nullable Section section, String title) {
        this(site, section, new Main(title), null, null, true);
    }

    @Override
    public Page main(Main newMain) {
        return new Page(site, section, newMain, description, feed, listed);
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

    public ServiceNavigation navigation() {
        return Entry.navigation(Section.values(), section, main);
    }

    /** An Atom feed. */
    public record Feed(String title, String href) {}
}
