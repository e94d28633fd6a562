package org.bluelamp.web.page;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.BackLink;
import org.bluelamp.web.govuk.Breadcrumbs;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.ErrorSummary;
import org.bluelamp.web.govuk.Link;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of any page, public or staff: the way here, what is wrong, the heading.
 *
 * @param title of the page, also its heading
 * @param caption what the page belongs to, small above the heading
 * @param crumbs the pages above this one, from the top
 * @param back the page before, in a journey
 * @param errors what is wrong with the page's form
 * @param notice what the reader must know first
 * @param heading whether the layout writes the heading
 */
public record Main(
        String title,
        @Nullable String caption,
        List<Link> crumbs,
        @Nullable BackLink back,
        @Nullable ErrorSummary errors,
        @Nullable Component notice,
        boolean heading) {

    public Main {
        crumbs = List.copyOf(crumbs);
    }

    Main(String title) {
        this(title, null, List.of(), null, null, null, true);
    }

    Main caption(String text) {
        return new Main(title, text, crumbs, back, errors, notice, heading);
    }

    Main crumb(String text, String href) {
        List<Link> more = new ArrayList<>(crumbs);
        more.add(new Link(text, href));
        return new Main(title, caption, more, back, errors, notice, heading);
    }

    Main back(String href) {
        return new Main(title, caption, crumbs, new BackLink(href), errors, notice, heading);
    }

    Main form(Form form) {
        return new Main(title, caption, crumbs, back, form.summary(), notice, heading);
    }

    Main notice(@Nullable Component banner) {
        return new Main(title, caption, crumbs, back, errors, banner, heading);
    }

    Main withoutHeading() {
        return new Main(title, caption, crumbs, back, errors, notice, false);
    }

    /** The first page of a section has no way back. */
    boolean top() {
        return crumbs.isEmpty() && back == null;
    }

    /** The way here, above the main part: a back link in a journey, else the pages above. */
    public @Nullable Component way() {
        return back != null ? back : crumbs.isEmpty() ? null : new Breadcrumbs(crumbs);
    }

    /** For the browser's tab: errors first, so that they are heard first; what tells pages of one kind apart, too. */
    String documentTitle(Site site) {
        return (errors == null ? "" : "Error: ") + title + (caption == null ? "" : " - " + caption) + " - "
                + site.name();
    }
}
