package org.bluelamp.news.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.social.ReadyTexts;
import org.jspecify.annotations.Nullable;

/**
 * What a call tells of an article. Names are for ever; a receiver has to bear more of them.
 *
 * @param type {@code article.published}, {@code article.corrected} or {@code article.withdrawn}
 * @param timestamp when it happened
 * @param data the public state of the article afterwards
 */
record Message(String type, Instant timestamp, Data data) {

    static final String PUBLISHED = "article.published";
    static final String CORRECTED = "article.corrected";
    static final String WITHDRAWN = "article.withdrawn";

    /** What a call tells of. */
    sealed interface Data permits Readable, Gone {}

    /**
     * An article that everybody can read.
     *
     * @param version rises with every change: what is older than what a receiver holds is to be left
     * @param body Markdown as it was written
     * @param posts texts for the force's accounts on social networks, each cut to what the network takes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Readable(
            String id,
            long version,
            String url,
            String title,
            String summary,
            String body,
            String kind,
            List<Place> areas,
            List<String> topics,
            @Nullable String campaign,
            List<String> hashtags,
            @Nullable String contact,
            @Nullable String crimeReference,
            Instant publishedAt,
            @Nullable Instant notAfter,
            @Nullable String correction,
            List<Post> posts)
            implements Data {}

    /**
     * An article that must no longer be shown. Its words are not told again.
     *
     * @param reason why, for everybody
     */
    record Gone(String id, long version, String url, Instant withdrawnAt, String reason) implements Data {}

    /** An area. */
    record Place(String code, String name) {}

    /**
     * A text for social networks.
     *
     * @param network by its key, {@code plain} for any other
     * @param account where to post it; absent when the directory knows none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Post(String network, @Nullable String account, String text) {}

    static Message of(Public article, AreaMap areas, String url, List<ReadyTexts.ForNetwork> texts) {
        Content content = article.content();
        return new Message(
                article instanceof Corrected ? CORRECTED : PUBLISHED,
                article.updatedAt(),
                new Readable(
                        article.id().toString(),
                        article.version(),
                        url,
                        content.title(),
                        content.summary(),
                        content.body(),
                        content.details().kind().code(),
                        areas.named(content.areas()).stream()
                                .map(area -> new Place(area.code().value(), area.name()))
                                .toList(),
                        content.topics().stream().map(Topic::code).toList(),
                        content.campaign().map(Campaign::hashtag).orElse(null),
                        content.details().hashtags(),
                        content.details().contact().orElse(null),
                        content.details().crimeReference().orElse(null),
                        article.publication().at(),
                        content.details().notAfter().orElse(null),
                        article instanceof Corrected corrected
                                ? corrected.correction().note()
                                : null,
                        texts.stream()
                                .flatMap(network -> network.texts().stream()
                                        .map(text -> new Post(network.code(), text.url(), text.text())))
                                .toList()));
    }

    static Message of(Withdrawn article, String url) {
        return new Message(
                WITHDRAWN,
                article.withdrawal().at(),
                new Gone(
                        article.id().toString(),
                        article.version(),
                        url,
                        article.withdrawal().at(),
                        article.withdrawal().reason()));
    }
}
