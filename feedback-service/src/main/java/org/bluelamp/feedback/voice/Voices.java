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

    /**
     * By which way a code was given; empty when the round has no such code. Whoever asks has the code to themselves until
     * the transaction ends.
     */
    Optional<Channel> channel(RoundId round, byte[] hash) {
        return jdbc.sql("select channel from voice_code where round_id = :round and code_hash = :hash for update")
                .param("round", round.value())
                .param("hash", hash)
                .query((row, n) -> Channel.of(row.getString("channel")))
                .optional();
    }

    /**
     * A voice that was kept before.
     *
     * @param verified whether it came with a code
     * @param counted whether it was not set aside
     */
    record Held(boolean verified, boolean counted) {}

    Optional<Held> held(RoundId round, SubmissionKey key) {
        return jdbc.sql("""
                        select verified, set_aside is null as counted
                          from voice
                         where round_id = :round and submission_key = :key""")
                .param("round", round.value())
                .param("key", key.bytes())
                .query((row, n) -> new Held(row.getBoolean("verified"), row.getBoolean("counted")))
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

    /** Gives a voice that came without a code one; false when the code was heard, or the voice has one. */
    boolean verify(RoundId round, SubmissionKey key, byte[] code) {
        return jdbc.sql("""
                        update voice
                           set code_hash = :code, verified = true, set_aside = null
                         where round_id = :round and submission_key = :key and not verified
                           and not exists (select from voice where round_id = :round and code_hash = :code)""")
                        .param("code", code)
                        .param("round", round.value())
                        .param("key", key.bytes())
                        .update()
                == 1;
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

    /** Counts a voice that was counted by one way by another one. */
    void hearOtherwise(RoundId round, Channel before, Channel now) {
        hear(round, "channel", now.word(), 1);
        // A sum of nought is no row. Asked for first, so that nobody changes it between the two.
        jdbc.sql(
                        "select from round_heard where round_id = :round and dimension = 'channel' and value = :value for update")
                .param("round", round.value())
                .param("value", before.word())
                .query((row, n) -> "")
                .list();
        jdbc.sql("""
                        delete from round_heard
                         where round_id = :round and dimension = 'channel' and value = :value and voices = 1""")
                .param("round", round.value())
                .param("value", before.word())
                .update();
        jdbc.sql("""
                        update round_heard
                           set voices = voices - 1
                         where round_id = :round and dimension = 'channel' and value = :value and voices > 1""")
                .param("round", round.value())
                .param("value", before.word())
                .update();
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

    /**
     * Voices of a day that were set aside for one reason, and that a person may say are people's.
     *
     * @param reason why, as kept
     * @param day the day
     * @param voices how many
     */
    public record SetAsideGroup(String reason, LocalDate day, int voices) {

        /** What says which it is, in a form. */
        public String word() {
            return reason + " " + day;
        }
    }

    /** What was set aside and may be people's, by day: all but what filled in the field that nobody sees. */
    public List<SetAsideGroup> setAside(RoundId round) {
        return jdbc.sql("""
                        select set_aside, answered_on, count(*) as voices
                          from voice
                         where round_id = :round and set_aside <> 'honeypot'
                         group by set_aside, answered_on
                         order by answered_on, set_aside""")
                .param("round", round.value())
                .query((row, n) -> new SetAsideGroup(
                        row.getString("set_aside"),
                        row.getObject("answered_on", LocalDate.class),
                        row.getInt("voices")))
                .list();
    }

    /** Counts those set aside among the others after all; how many they were. */
    int takeBack(RoundId round, SetAsideGroup group) {
        int back = jdbc.sql("""
                        update voice
                           set set_aside = null
                         where round_id = :round and set_aside = :reason and answered_on = :day
                           and set_aside <> 'honeypot'""")
                .param("round", round.value())
                .param("reason", group.reason())
                .param("day", group.day())
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

    /**
     * Lays the voices of a round, and their answers, down in the order of their ids, which are random: in the order of
     * their coming they would tell a reader of the files who came after whom. For a round that has closed.
     */
    public void forgetOrder(RoundId round) {
        String voice = "voice_of_" + round.value().toString().replace("-", "");
        String answer = "answer_of_" + round.value().toString().replace("-", "");
        jdbc.sql("create temporary table " + voice + " (like voice) on commit drop")
                .update();
        jdbc.sql("create temporary table " + answer + " (like voice_answer) on commit drop")
                .update();
        // What a delete returns is the row as it was last, also when somebody has just changed it.
        jdbc.sql("""
                        with gone as (
                            delete from voice_answer a
                             using voice v
                             where v.id = a.voice_id and v.round_id = :round
                            returning a.*)
                        insert into %s select * from gone""".formatted(answer)).param("round", round.value()).update();
        jdbc.sql("""
                        with gone as (
                            delete from voice where round_id = :round
                            returning *)
                        insert into %s select * from gone""".formatted(voice)).param("round", round.value()).update();
        jdbc.sql("insert into voice select * from " + voice + " order by id").update();
        jdbc.sql("insert into voice_answer select * from " + answer + " order by voice_id, question, option")
                .update();
    }

    /** Deletes people's own words in rounds that closed before a time; what was counted stays. */
    int forgetWords(Instant closedBefore, int limit) {
        return jdbc.sql("""
                        delete from voice_answer
                         where ctid in (
                               select a.ctid
                                 from round r
                                 join voice v on v.round_id = r.id
                                 join voice_answer a on a.voice_id = v.id
                                where r.closed_at < :before and a.words is not null
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
