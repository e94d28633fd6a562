package org.bluelamp.alerts.transfer;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.alerts.preference.Preferences;
import org.bluelamp.alerts.preference.Topic;
import org.bluelamp.alerts.subscriber.Departures;
import org.bluelamp.alerts.subscriber.Subscriber;
import org.bluelamp.alerts.subscriber.Subscribers;
import org.bluelamp.contact.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps subscriptions that come from a file, with the consent they rest on. */
@Repository
class Transfers {

    private final JdbcClient jdbc;
    private final Subscribers subscribers;
    private final Departures departures;
    private final Clock clock;

    Transfers(JdbcClient jdbc, Subscribers subscribers, Departures departures, Clock clock) {
        this.jdbc = jdbc;
        this.subscribers = subscribers;
        this.departures = departures;
        this.clock = clock;
    }

    /** What became of a row. */
    sealed interface Outcome {

        /** The area is followed now. */
        record Added() implements Outcome {}

        /** It was followed before. */
        record Unchanged() implements Outcome {}

        /**
         * It cannot be kept.
         *
         * @param reason for whoever can mend the file; without the address
         */
        record Refused(String reason) implements Outcome {}
    }

    /** The codes of all areas that can be followed. */
    @Transactional(readOnly = true)
    Set<String> areas() {
        return jdbc.sql("select code from area").query(String.class).list().stream()
                .collect(Collectors.toSet());
    }

    /**
     * How many rows of the file with that digest are done; begins it when nobody has, and anew when it was done to its
     * end: what could not be kept then, such as a row of an area that was not known yet, is tried again, and what is
     * there already is nothing new.
     */
    @Transactional
    long begin(String sha256) {
        jdbc.sql("""
                insert into transfer (sha256, rows_done, started_at)
                values (:sha256, 0, :now)
                on conflict (sha256) do update
                set rows_done = 0, started_at = excluded.started_at, finished_at = null
                where transfer.finished_at is not null
                """)
                .param("sha256", sha256)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return jdbc.sql("select rows_done from transfer where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Long.class)
                .single();
    }

    /** Notes how many rows are done, in the transaction that did them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void done(String sha256, long rows) {
        jdbc.sql("update transfer set rows_done = :rows where sha256 = :sha256")
                .param("rows", rows)
                .param("sha256", sha256)
                .update();
    }

    /** The whole file is done. */
    @Transactional
    void finish(String sha256) {
        jdbc.sql("update transfer set finished_at = :now where sha256 = :sha256")
                .param("now", clock.instant().atOffset(UTC))
                .param("sha256", sha256)
                .update();
    }

    /** What is wrong with a row; null when it can be kept. */
    @Nullable
    String fault(@Nullable Row row, Set<String> areas) {
        if (row == null) {
            return "it cannot be read; times are written like 2026-11-26T09:30:00Z";
        }
        if (row.address() == null || MailAddress.parse(row.address()).isEmpty()) {
            return "it has no email address";
        }
        if (row.area() == null || !areas.contains(row.area())) {
            return "its area is none of ours";
        }
        if (row.wording() == null || row.wording().isBlank() || row.wording().length() > 2000) {
            return "it does not say what was agreed to";
        }
        if (row.confirmedAt() == null || row.confirmedAt().isAfter(clock.instant())) {
            return "it does not say when the owner of the address agreed";
        }
        return preferences(row) == null ? "its frequency, topics or least severity are not ours" : null;
    }

    /** Keeps a row that has no fault. Who left is not brought back, whatever an older file says. */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome keep(Row row) {
        var confirmedAt = requireTime(row.confirmedAt());
        var preferences = requirePreferences(row);
        var address = MailAddress.parse(String.valueOf(row.address())).orElseThrow();
        if (departures.since(address, confirmedAt)) {
            return new Outcome.Refused("its owner has left here");
        }
        var subscriber = subscribers.findOrAdd(address);
        if (subscriber.status() == Subscriber.Status.ENDED) {
            return new Outcome.Refused("its owner has left here");
        }
        if (left(subscriber.id(), row)) {
            return new Outcome.Refused("its owner has stopped this area here");
        }
        if (subscriber.status() == Subscriber.Status.PENDING) {
            subscribers.confirm(subscriber.id(), confirmedAt);
        }
        var signUp = UUID.randomUUID();
        jdbc.sql("""
                insert into sign_up
                    (id, subscriber_id, area, wording, source, answer, requested_at, confirmed_at,
                     frequency, topics, least_severity)
                select :id, :subscriber, :area, :wording, 'import', 'confirm', :requested, :confirmed,
                       :frequency, :topics, :severity
                where not exists (
                    select
                    from subscription
                    where subscriber_id = :subscriber and area = :area and ended_at is null)
                """)
                .param("id", signUp)
                .param("subscriber", subscriber.id())
                .param("area", row.area())
                .param("wording", wording(row))
                .param("requested", orElse(row.requestedAt(), confirmedAt).atOffset(UTC))
                .param("confirmed", confirmedAt.atOffset(UTC))
                .param("frequency", preferences.frequency().code())
                .param("topics", preferences.storedTopics(), Types.ARRAY)
                .param("severity", preferences.leastSeverity().code())
                .update();
        var added = jdbc.sql("""
                insert into subscription
                    (subscriber_id, area, sign_up_id, started_at, frequency, topics, least_severity)
                select subscriber_id, area, id, :started, frequency, topics, least_severity
                from sign_up
                where id = :id
                """)
                .param("id", signUp)
                .param("started", orElse(row.startedAt(), confirmedAt).atOffset(UTC))
                .update();
        return added == 1 ? new Outcome.Added() : new Outcome.Unchanged();
    }

    private boolean left(UUID subscriber, Row row) {
        return jdbc.sql("""
                select exists (
                    select
                    from subscription
                    where subscriber_id = :subscriber and area = :area and ended_at > :confirmed
                      and not exists (
                          select
                          from subscription again
                          where again.subscriber_id = :subscriber and again.area = :area and again.ended_at is null))
                """)
                .param("subscriber", subscriber)
                .param("area", row.area())
                .param("confirmed", requireTime(row.confirmedAt()).atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** The wording's id; words that are not ours are kept as their own, by their digest. */
    private String wording(Row row) {
        var words = String.valueOf(row.wording());
        var ours = row.organisation() == null
                ? jdbc.sql("select id from consent_wording where wording = :words and organisation is null")
                        .param("words", words)
                        .query(String.class)
                        .list()
                : List.<String>of();
        if (!ours.isEmpty()) {
            return ours.getFirst();
        }
        var id = "imported-" + digest(words + "\n" + row.organisation());
        jdbc.sql("""
                insert into consent_wording (id, purpose, wording, organisation, in_use_from)
                values (:id, :id, :words, :organisation, :from)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("words", words)
                .param("organisation", row.organisation())
                .param("from", requireTime(row.confirmedAt()).atOffset(UTC))
                .update();
        return id;
    }

    private static @Nullable Preferences preferences(Row row) {
        var all = Preferences.EVERYTHING;
        return Preferences.of(
                        orElse(row.frequency(), all.frequency().code()),
                        row.topics() == null || row.topics().isEmpty()
                                ? all.inOrder().stream().map(Topic::code).toList()
                                : row.topics(),
                        orElse(row.leastSeverity(), all.leastSeverity().code()))
                .orElse(null);
    }

    private static Preferences requirePreferences(Row row) {
        var preferences = preferences(row);
        if (preferences == null) {
            throw new IllegalArgumentException("A row with a fault");
        }
        return preferences;
    }

    private static Instant requireTime(@Nullable Instant time) {
        if (time == null) {
            throw new IllegalArgumentException("A row with a fault");
        }
        return time;
    }

    private static <T> T orElse(@Nullable T value, T other) {
        return value == null ? other : value;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
