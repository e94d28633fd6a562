package org.bluelamp.alerts.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber's choices for one area.
 *
 * @param frequency how often
 * @param topics of what; never nothing, for who wants nothing leaves
 * @param leastSeverity which alerts
 */
public record Preferences(Frequency frequency, Set<Topic> topics, LeastSeverity leastSeverity) {

    /** What one gets without choosing: everything, at once. */
    public static final Preferences EVERYTHING =
            new Preferences(Frequency.AT_ONCE, EnumSet.allOf(Topic.class), LeastSeverity.MINOR);

    public Preferences {
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("Who wants to hear of nothing does not subscribe");
        }
        topics = Set.copyOf(topics);
    }

    /** Reads choices by their codes; empty when one is unknown, or none of the topics is chosen. */
    public static Optional<Preferences> of(String frequency, Collection<String> topics, String leastSeverity) {
        var known = topics.stream().map(Topic::of).flatMap(Optional::stream).collect(Collectors.toSet());
        return known.isEmpty() || known.size() != Set.copyOf(topics).size()
                ? Optional.empty()
                : Frequency.of(frequency)
                        .flatMap(often -> LeastSeverity.of(leastSeverity)
                                .map(severity -> new Preferences(often, known, severity)));
    }

    /** Reads the columns {@code frequency}, {@code topics} and {@code least_severity}. */
    public static Preferences read(ResultSet row) throws SQLException {
        var stored = row.getArray("topics");
        return new Preferences(
                Frequency.of(row.getString("frequency")).orElseThrow(),
                stored == null
                        ? EnumSet.allOf(Topic.class)
                        : Arrays.stream((String[]) stored.getArray())
                                .map(Topic::of)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()),
                LeastSeverity.of(row.getString("least_severity")).orElseThrow());
    }

    /** Whether all topics are chosen, and so those that join the list later. */
    public boolean everyTopic() {
        return topics.size() == Topic.values().length;
    }

    /** The chosen topics in the order of the list. */
    public List<Topic> inOrder() {
        return topics.stream().sorted().toList();
    }

    /** The topics as a column holds them; null means every topic. */
    public String @Nullable [] storedTopics() {
        return everyTopic() ? null : inOrder().stream().map(Topic::code).toArray(String[]::new);
    }

    /** The choices in a sentence, for example "Everything, once a day". */
    public String inWords() {
        var what = everyTopic()
                ? "Everything"
                : topics.size() <= 3
                        ? inOrder().stream().map(Topic::label).collect(Collectors.joining(", "))
                        : topics.size() + " of " + Topic.values().length + " topics";
        return what + ", " + frequency.inSentence();
    }
}
