package org.bluelamp.web.page;

import gg.jte.Content;

/** The frame around a page's content. */
public sealed interface Layout permits Page, StaffPage {

    Site site();

    Main main();

    /** The text of the browser's tab. */
    String documentTitle();

    /** The whole document with this content in its main part. */
    Content with(Content content);
}
