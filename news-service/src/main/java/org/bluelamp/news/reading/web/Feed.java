package org.bluelamp.news.reading.web;

import java.time.Instant;
import java.util.List;
import org.bluelamp.news.markdown.SafeHtml;
import org.bluelamp.news.reading.Headline;

/**
 * A list of articles to be followed, whatever form it is written in. All addresses are whole ones.
 *
 * @param self the feed's own address
 * @param page the page that shows the same
 * @param author who speaks, for example the force
 * @param updated when anything in it changed last
 */
record Feed(String title, String self, String page, String author, Instant updated, List<Entry> entries) {

    /** What a feed is about, for forms that ask for it. */
    static final String ABOUT = "What neighbourhood policing teams do, have found out and want you to know.";

    /** The language of all of them. */
    static final String LANGUAGE = "en-GB";

    Feed {
        entries = List.copyOf(entries);
    }

    /**
     * An article.
     *
     * @param href its page
     * @param body the whole text with whole addresses in it
     */
    record Entry(Headline headline, String href, SafeHtml body) {

        /** The same in every form and whatever its title becomes. */
        String id() {
            return "urn:uuid:" + headline.id();
        }
    }
}
