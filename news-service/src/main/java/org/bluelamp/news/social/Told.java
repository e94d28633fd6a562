package org.bluelamp.news.social;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.service.area.AreaCode;

/**
 * What a post tells of.
 *
 * @param url of the page that says more
 * @param hashtags without the {@code #}, the most important first, none twice in whatever case
 * @param areas whom it is for
 */
public record Told(String title, String summary, String url, List<String> hashtags, Set<AreaCode> areas) {

    public Told {
        Set<String> seen = new TreeSet<>();
        hashtags = hashtags.stream()
                .filter(tag -> seen.add(tag.toLowerCase(Locale.ROOT)))
                .toList();
        areas = Set.copyOf(areas);
    }

    /** An article on the site under the address: with its campaign's hashtag first. */
    public static Told of(Article article, String publicUrl) {
        Content content = article.content();
        return new Told(
                content.title(),
                content.summary(),
                publicUrl + "/news/" + article.slug(),
                Stream.concat(content.campaign().map(Campaign::hashtag).stream(), content.details().hashtags().stream())
                        .toList(),
                content.areas());
    }

    /** The same with one more hashtag, the least important. */
    Told with(String hashtag) {
        return new Told(
                title,
                summary,
                url,
                Stream.concat(hashtags.stream(), Stream.of(hashtag)).toList(),
                areas);
    }
}
