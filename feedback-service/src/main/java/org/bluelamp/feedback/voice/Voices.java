package org.bluelamp.feedback.voice;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.survey.Answer;
import org.bluelamp.feedback.survey.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All codes and voices. There is no way in it from a voice to a person. */
@Repository
public class Voices {

    private final JdbcClient jdbc;

    Voices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Admits codes to a round, in the order of their hashes, which says nothing; how many are new. */
    int admit(RoundId round, Channel channel, Collection<byte[]> hashes) {
        byte[][] sorted = hashes.stream()
                .sorted(Comparator.comparing(HexFormat.of()::formatHex))
                .toArray(byte[][]::new);
        return jdbc.sql("""
                        insert into voice_code (round_id, code_hash, channel)
                        select :round, hash, :channel
                          from unnest(cast(:hashes as bytea[])) as hash
                         where exists (select from round where id = :round)
                        on conflict do nothing""")
                .param("round", round.value())
                .param("channel", channel.word())
                .param("hashes", sorted)
                .update();
    }

    /** Whether a round has such a code. */
    public boolean admitted(RoundId round, VoiceCode code) {
        return channel(round, code.hash(round)).isPresent();
    }

    /** By which way a code was given; empty when the round has no such code. */
    Optional<Channel> channel(RoundId round, byte[] hash) {
        return jdbc.sql("select channel from voice_code where round_id = :round and code_hash = :hash")
                .param("round", round.value())
                .param("hash", hash)
                .query((row, n) -> Channel.of(row.getString("channel")))
                .optional();
    }

    /**
     * A voice that was kept before.
     *
     * @param verified whether it came with a code
     */
    record Held(boolean verified) {}

    Optional<Held> held(RoundId round, SubmissionKey key) {
        return jdbc.sql("select verified from voice where round_id = :round and submission_key = :key")
                .param("round", round.value())
                .param("key", key.bytes())
                .query((row, n) -> new Held(row.getBoolean("verified")))
                .optional();
    }

    /** Keeps a voice; false when its code or its submission has one already. */
    boolean add(
            UUID id,
            RoundId round,
            byte @Nullable [] code,
            @Nullable String setAside,
            SubmissionKey key,
            LocalDate day,
            Answers answers) {
        int added = jdbc.sql("""
                        insert into voice (id, round_id, code_hash, verified, set_aside, submission_key, answered_on)
                        values (:id, :round, :code, :verified, :setAside, :key, :day)
                        on conflict do nothing""")
                .param("id", id)
                .param("round", round.value())
                .param("code", code)
                .param("verified", code != null)
                .param("setAside", setAside)
                .param("key", key.bytes())
                .param("day", day)
                .update();
        if (added == 1) {
            addAnswers(id, answers);
        }
        return added == 1;
    }

    private void addAnswers(UUID id, Answers answers) {
        List<@Nullable Integer> questions = new ArrayList<>();
        List<@Nullable Integer> options = new ArrayList<>();
        List<@Nullable Integer> ranks = new ArrayList<>();
        List<@Nullable String> words = new ArrayList<>();
        answers.byQuestion().forEach((question, answer) -> {
            switch (answer) {
                case Answer.Chosen(var chosen) ->
                    chosen.forEach(option -> {
                        questions.add(question);
                        options.add(option);
                        ranks.add(null);
                        words.add(null);
                    });
                case Answer.Ranked(var order) -> {
                    for (int rank = 1; rank <= order.size(); rank++) {
                        questions.add(question);
                        options.add(order.get(rank - 1));
                        ranks.add(rank);
                        words.add(null);
                    }
                }
                case Answer.Written(var text) -> {
                    questions.add(question);
                    options.add(null);
                    ranks.add(null);
                    words.add(text);
                }
            }
        });
        jdbc.sql("""
                        insert into voice_answer (voice_id, question, option, rank, words)
                        select :id, *
                          from unnest(cast(:questions as smallint[]), cast(:options as smallint[]),
                                      cast(:ranks as smallint[]), cast(:words as text[]))""")
                .param("id", id)
                .param("questions", questions.toArray(Integer[]::new))
                .param("options", options.toArray(Integer[]::new))
                .param("ranks", ranks.toArray(Integer[]::new))
                .param("words", words.toArray(String[]::new))
                .update();
    }

    /** Adds one voice to the sums of who was heard. */
    void hear(RoundId round, Channel channel, About about) {
        Map<String, String> sums = new LinkedHashMap<>();
        AgeBand age = about.age();
        if (age != null) {
            sums.put("age", age.code());
        }
        sums.put("channel", channel.word());
        String part = about.part();
        if (part != null) {
            sums.put("part", part);
        }
        // In one order of rows, so that two voices at once do not wait for each other for ever.
        sums.forEach((dimension, value) -> hear(round, dimension, value, 1));
    }

    private void hear(RoundId round, String dimension, String value, int more) {
        jdbc.sql("""
                        insert into round_heard as held (round_id, dimension, value, voices)
                        values (:round, :dimension, :value, :more)
                        on conflict (round_id, dimension, value) do update set voices = held.voices + :more""")
                .param("round", round.value())
                .param("dimension", dimension)
                .param("value", value)
                .param("more", more)
                .update();
    }

    /** Counts a voice without a code; how many came within these ten minutes, with it. */
    int burst(RoundId round, Instant begun) {
        return jdbc.sql("""
                        insert into round_burst as held (round_id, begun_at, voices)
                        values (:round, :begun, 1)
                        on conflict (round_id, begun_at) do update set voices = held.voices + 1
                        returning voices""")
                .param("round", round.value())
                .param("begun", begun.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /**
     * How many voices a round has.
     *
     * @param verified with a code
     * @param unverified without one
     * @param setAside kept out of both
     * @param cards how many codes were printed on cards
     * @param mails how many codes were sent by email
     */
    public record Count(int verified, int unverified, int setAside, int cards, int mails) {}

    /** How many voices a round has at present. */
    public Count count(RoundId round) {
        return jdbc.sql("""
                        select count(*) filter (where verified) as verified,
                               count(*) filter (where not verified and set_aside is null) as unverified,
                               count(*) filter (where set_aside is not null) as set_aside,
                               (select count(*) from voice_code
                                 where round_id = :round and channel = 'card') as cards,
                               (select count(*) from voice_code
                                 where round_id = :round and channel = 'mail') as mails
                          from voice
                         where round_id = :round""")
                .param("round", round.value())
                .query((row, n) -> new Count(
                        row.getInt("verified"),
                        row.getInt("unverified"),
                        row.getInt("set_aside"),
                        row.getInt("cards"),
                        row.getInt("mails")))
                .single();
    }

    /** Counts those set aside among the others after all; how many they were. */
    int takeBack(RoundId round) {
        int back = jdbc.sql("update voice set set_aside = null where round_id = :round and set_aside is not null")
                .param("round", round.value())
                .update();
        if (back > 0) {
            hear(round, "channel", Channel.OPEN.word(), back);
        }
        return back;
    }

    /** Deletes codes of rounds that closed before a time, so that voices of one code cannot be told to be of one. */
    int forgetCodes(Instant closedBefore, int limit) {
        return jdbc.sql("""
                        delete from voice_code
                         where (round_id, code_hash) in (
                               select c.round_id, c.code_hash
                                 from voice_code c join round r on r.id = c.round_id
                                where r.closed_at < :before
                                limit :limit)""")
                .param("before", closedBefore.atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    int forgetBursts(Instant before, int limit) {
        return jdbc.sql("""
                        delete from round_burst
                         where (round_id, begun_at) in (
                               select round_id, begun_at from round_burst where begun_at < :before limit :limit)""")
                .param("before", before.atOffset(UTC))
                .param("limit", limit)
                .update();
    }
}
