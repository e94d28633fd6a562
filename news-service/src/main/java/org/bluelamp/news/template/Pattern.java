package org.bluelamp.news.template;

import java.util.Set;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Details;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;

/**
 * What a template holds. Title, summary and contact may be empty: they are often another one each time. What is to be
 * filled in stands in square brackets; see {@link Gaps}.
 *
 * @param area a force or a district, whose editors look after it; editors around and inside use it
 * @param name by which editors find it, 1 to {@value #NAME_LIMIT} characters
 */
public record Pattern(
        AreaCode area,
        String name,
        ArticleKind kind,
        String title,
        String summary,
        String body,
        Set<Topic> topics,
        String contact) {

    /** The longest name. */
    public static final int NAME_LIMIT = 100;

    /** @throws IllegalArgumentException when a text is too long, or the name or the body is empty */
    public Pattern {
        name = within(1, NAME_LIMIT, Content.oneLine(name));
        title = within(0, Content.TITLE_LIMIT, Content.oneLine(title));
        summary = within(0, Content.SUMMARY_LIMIT, Content.oneLine(summary));
        body = within(1, Content.BODY_LIMIT, Content.lines(body));
        contact = within(0, Details.CONTACT_LIMIT, Content.oneLine(contact));
        topics = Set.copyOf(topics);
    }

    private static String within(int least, int most, String text) {
        int length = Content.length(text);
        if (length < least || length > most) {
            throw new IllegalArgumentException("A text of a template has " + least + " to " + most + " characters");
        }
        return text;
    }
}
