package org.bluelamp.news.desk.web;

import java.util.ArrayList;
import java.util.List;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.desk.ReadingEase;

/**
 * What a writer is told of how a text reads.
 *
 * @param hints what could be better; each a sentence
 */
public record HowItReads(ReadingEase ease, List<String> hints) {

    /** Search engines and lists on small screens cut longer titles (GOV.UK, "Writing titles"). */
    private static final int GOOD_TITLE = 65;

    /** The same for summaries. */
    private static final int GOOD_SUMMARY = 160;

    private static final int MANY_WORDS = 600;
    private static final int PLAIN_ENGLISH = 60;

    static HowItReads of(Content content, String plainText) {
        ReadingEase ease = ReadingEase.of(plainText);
        List<String> hints = new ArrayList<>();
        int title = Content.length(content.title());
        if (title > GOOD_TITLE) {
            hints.add("The title has " + title + " characters. Search engines cut it after about " + GOOD_TITLE + ".");
        }
        int summary = Content.length(content.summary());
        if (summary > GOOD_SUMMARY) {
            hints.add("The summary has " + summary + " characters. Search engines cut it after about " + GOOD_SUMMARY
                    + ".");
        }
        if (ease.words() > MANY_WORDS) {
            hints.add("The text has " + ease.words() + " words. Could some of it go, or be an article of its own?");
        }
        if (ease.longSentences() > 0) {
            hints.add((ease.longSentences() == 1 ? "One sentence has" : ease.longSentences() + " sentences have")
                    + " more than " + ReadingEase.LONG + " words. Split long sentences.");
        }
        if (ease.tells() && ease.score() < PLAIN_ENGLISH) {
            hints.add("Shorter sentences and shorter words make it easier to read.");
        }
        return new HowItReads(ease, hints);
    }
}
