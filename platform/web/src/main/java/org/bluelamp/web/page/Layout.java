package org.bluelamp.web.page;

import gg.jte.Content;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a page's content. Each method that says something about the page gives a changed copy.
 *
 * @param <P> the kind of page itself
 */
public sealed interface Layout<P extends Layout<P>> permits Page, StaffPage {

    Site site();

    Main main();

    /** The same page with another main part. */
    P main(Main newMain);

    /** The whole document with this content in its main part. */
    Content with(Content content);

    /** The text of the browser's tab. */
    default String documentTitle() {
        return main().documentTitle(site());
    }

    /** Small text above the heading: what the page belongs to. */
    default P caption(String text) {
        return main(main().caption(text));
    }

    /** One more page above this one; from the top down. The page itself is not among them. */
    default P crumb(String text, String href) {
        return main(main().crumb(text, href));
    }

    /** A link to the page before, for a journey through forms. */
    default P back(String href) {
        return main(main().back(href));
    }

    /** Shows what is wrong with the form at the top of the page and says so in the title. */
    default P form(Form form) {
        return main(main().form(form));
    }

    /** A banner above the heading; null for none. */
    default P notice(@Nullable NotificationBanner banner) {
        return main(main().notice(banner));
    }

    /** For a page whose content brings its own heading. */
    default P withoutHeading() {
        return main(main().withoutHeading());
    }
}
