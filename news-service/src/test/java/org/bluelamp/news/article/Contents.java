package org.bluelamp.news.article;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.service.area.AreaCode;

/** Builds what articles say, with everything a test does not care about filled in. */
public record Contents(
        String title,
        String summary,
        String body,
        Set<String> areas,
        Set<Topic> topics,
        Optional<Campaign> campaign,
        Details details) {

    public static Contents anArticle() {
        return new Contents(
                "Bike marking in Ware",
                "Bring your bike to the library on Saturday and we mark it for free.",
                "Come between ten and two.",
                Set.of("hertfordshire/east-herts/ware"),
                Set.of(Topic.VEHICLE_CRIME),
                Optional.empty(),
                Details.PLAIN);
    }

    public Contents titled(String title) {
        return new Contents(title, summary, body, areas, topics, campaign, details);
    }

    public Contents summarised(String summary) {
        return new Contents(title, summary, body, areas, topics, campaign, details);
    }

    public Contents saying(String body) {
        return new Contents(title, summary, body, areas, topics, campaign, details);
    }

    public Contents about(Topic... topics) {
        return new Contents(title, summary, body, areas, Set.of(topics), campaign, details);
    }

    public Contents of(String hashtag) {
        return new Contents(title, summary, body, areas, topics, Optional.of(new Campaign(hashtag)), details);
    }

    public Contents forAreas(String... areas) {
        return new Contents(title, summary, body, Set.copyOf(Arrays.asList(areas)), topics, campaign, details);
    }

    public Contents kind(ArticleKind kind) {
        return new Contents(
                title,
                summary,
                body,
                areas,
                topics,
                campaign,
                new Details(kind, details.notAfter(), details.contact(), details.crimeReference(), details.hashtags()));
    }

    public Contents until(Instant end) {
        return new Contents(
                title,
                summary,
                body,
                areas,
                topics,
                campaign,
                new Details(
                        details.kind(),
                        Optional.of(end),
                        details.contact(),
                        details.crimeReference(),
                        details.hashtags()));
    }

    public Content build() {
        return new Content(
                title,
                summary,
                body,
                areas.stream().map(AreaCode::new).collect(Collectors.toCollection(TreeSet::new)),
                topics,
                campaign,
                details);
    }
}
