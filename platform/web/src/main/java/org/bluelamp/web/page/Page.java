package org.bluelamp.web.page;

import gg.jte.Content;
import gg.jte.generated.precompiled.layout.JtepageGenerated;
import java.util.Arrays;
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
 * @param path the one path of the page, when it may be printed and found by it; null when nobody said
 * @param more what else the head tells programs, such as how a link to the page is shown elsewhere
 */
public record Page(
        Site site,
        @Nullable Section section,
        Main main,
        @Nullable String description,
        @Nullable Feed feed,
        boolean listed,
        @Nullable String path,
        @Nullable Content more)
        implements Layout<Page> {

    Page(Site site, @Nullable Section section, String title) {
        this(site, section, new Main(title), null, null, true, null, null);
    }

    @Override
    public Page main(Main newMain) {
        return new Page(site, section, newMain, description, feed, listed, path, more);
    }

    public Page description(String text) {
        return new Page(site, section, main, text, feed, listed, path, more);
    }

    public Page feed(String title, String href) {
        return new Page(site, section, main, description, new Feed(title, href), listed, path, more);
    }

    /** Keeps the page out of search engines, such as one that a secret link opens. */
    public Page unlisted() {
        return new Page(site, section, main, description, feed, false, path, more);
    }

    /** Says where the page stands: search engines are told, and paper shows it. */
    public Page at(String onePath) {
        return new Page(site, section, main, description, feed, listed, onePath, more);
    }

    /** Tells programs more in the head: elements such as {@code meta} and {@code link}. */
    public Page head(Content elements) {
        return new Page(site, section, main, description, feed, listed, path, elements);
    }

    /**
     * For a page that tells of another force than the installation's own.
     *
     * @param home the path of that force's first page
     */
    public Page of(String force, String home) {
        return new Page(site.of(force, home), section, main, description, feed, listed, path, more);
    }

    @Override
    public Content with(Content content) {
        return (Component) output -> JtepageGenerated.render(output, null, this, content);
    }

    /** The whole address of the page; null when nobody said where it stands. */
    public @Nullable String address() {
        return path == null ? null : site.publicUrl() + path;
    }

    /** Only what there is: some sections serve the installation's own force alone. */
    public ServiceNavigation navigation() {
        Section[] open = Arrays.stream(Section.values())
                .filter(one -> site.own() || one.ofEveryForce())
                .toArray(Section[]::new);
        return Entry.navigation(open, section, main);
    }

    /** An Atom feed. */
    public record Feed(String title, String href) {}
}
