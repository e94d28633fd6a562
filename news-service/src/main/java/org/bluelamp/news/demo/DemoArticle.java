package org.bluelamp.news.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;

/**
 * An article from a file: lines of {@code name: value}, a line {@code ---}, then the Markdown.
 *
 * @param id made from the file's name, so the same in every start
 * @param daysAgo when it is to have been published
 * @param time at what time of that day
 * @param state in which it is to be
 * @param withdrawnAfter how long it is to have been public, when it is withdrawn
 * @param reason why it is withdrawn, empty otherwise
 */
record DemoArticle(
        ArticleId id,
        Content content,
        int daysAgo,
        LocalTime time,
        ArticleState state,
        Duration withdrawnAfter,
        String reason) {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    /** @throws IllegalArgumentException when the file says too little or something unknown */
    static DemoArticle parse(String name, String file) {
        String[] parts = file.split("\n---\n", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("The article " + name + " has no line ---");
        }
        Map<String, String> values = new HashMap<>();
        parts[0].lines().forEach(line -> {
            String[] pair = line.split(": ", 2);
            values.put(pair[0], pair[1].strip());
        });
        Set<Topic> topics = list(values, "topics").stream()
                .map(code -> Topic.of(code)
                        .orElseThrow(() -> new IllegalArgumentException("No topic " + code + " in " + name)))
                .collect(Collectors.toSet());
        return new DemoArticle(
                new ArticleId(UUID.nameUUIDFromBytes(("demo article " + name).getBytes(StandardCharsets.UTF_8))),
                new Content(
                        value(values, "title"),
                        value(values, "summary"),
                        parts[1],
                        list(values, "areas").stream()
                                .map(AreaCode::new)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        topics,
                        Optional.ofNullable(values.get("campaign")).map(Campaign::new)),
                Integer.parseInt(value(values, "days-ago")),
                LocalTime.parse(value(values, "time")),
                ArticleState.of(value(values, "state")),
                Duration.ofHours(Long.parseLong(values.getOrDefault("withdrawn-after-hours", "0"))),
                values.getOrDefault("reason", ""));
    }

    /** When it is to have been published, seen from a day. */
    Instant publishedAt(LocalDate today) {
        return today.minusDays(daysAgo).atTime(time).atZone(HERE).toInstant();
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A demo article does not say its " + name);
        }
        return value;
    }

    private static List<String> list(Map<String, String> values, String name) {
        return Arrays.stream(value(values, name).split(",")).map(String::strip).toList();
    }
}
