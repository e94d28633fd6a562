package org.bluelamp.feedback.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.survey.Answer;
import org.bluelamp.feedback.survey.Answers;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class BallotTest extends RoundScene {

    private static final About NOTHING = new About(null, null);
    private static final Answers ANSWERS = new Answers(new TreeMap<>(Map.of(
            1,
            new Answer.Chosen(new TreeSet<>(Set.of(2))),
            2,
            new Answer.Written("The park"),
            3,
            new Answer.Ranked(List.of(3, 1)))));

    @Autowired
    private Ballot ballot;

    @Autowired
    private Voices voices;

    @Autowired
    private ForgottenCodes forgotten;

    @Test
    void a_code_is_heard_once_and_a_second_use_is_told_and_keeps_nothing() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        assertThat(take(round, code, "first")).isEqualTo(Taken.VERIFIED);
        assertThat(take(round, code, "second")).isEqualTo(Taken.USED_CODE);
        assertThat(voices.count(round.id()).verified()).isOne();
        assertThat(count("voice_answer")).isEqualTo(4);
    }

    @Test
    void the_same_submission_sent_again_is_the_same_voice() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        assertThat(take(round, code, "once")).isEqualTo(Taken.VERIFIED);
        assertThat(take(round, code, "once")).isEqualTo(Taken.VERIFIED);
        assertThat(take(round, null, "other")).isEqualTo(Taken.UNVERIFIED);
        assertThat(take(round, null, "other")).isEqualTo(Taken.UNVERIFIED);
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, 1, 0, 1, 0));
    }

    @Test
    void many_who_send_one_code_at_the_same_moment_are_heard_once() throws Exception {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        try (var rivals = Executors.newFixedThreadPool(6)) {
            List<Callable<Taken>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String token = "rival " + i;
                all.add(() -> take(round, code, token));
            }
            List<Taken> outcomes = new ArrayList<>();
            for (Future<Taken> one : rivals.invokeAll(all)) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).filteredOn(Taken.VERIFIED::equals).hasSize(1);
            assertThat(outcomes).filteredOn(Taken.USED_CODE::equals).hasSize(11);
        }
        assertThat(voices.count(round.id()).verified()).isOne();
    }

    @Test
    void a_code_of_another_round_or_of_nobody_is_told_and_keeps_nothing() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        closed(round);
        jdbc.sql("update round set opens_on = opens_on - 60, closes_on = closes_on - 60")
                .update();
        Open next = open();
        assertThat(take(next, code, "old")).isEqualTo(Taken.UNKNOWN_CODE);
        assertThat(take(next, new VoiceCode("0000-0000-0000"), "guess")).isEqualTo(Taken.UNKNOWN_CODE);
        assertThat(count("voice")).isZero();
    }

    @Test
    void nobody_is_heard_before_it_opens_or_after_it_closed() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        closed(round);
        assertThat(take(round, code, "late")).isEqualTo(Taken.NOT_OPEN);
        assertThat(ballot.cards(SAM, rounds.find(round.id()).orElseThrow(), 1)).isEmpty();
        assertThat(count("voice")).isZero();
    }

    @Test
    void a_flood_without_codes_is_set_aside_beyond_the_first_and_taken_back_by_a_person_with_a_reason() {
        Open round = open();
        for (int i = 0; i < Ballot.BURST + 5; i++) {
            assertThat(take(round, null, "flood " + i)).isEqualTo(Taken.UNVERIFIED);
        }
        assertThat(take(round, ballot.cards(SAM, round, 1).getFirst(), "a person"))
                .isEqualTo(Taken.VERIFIED);
        // Ten minutes may have ended meanwhile, and then a few more are taken.
        assertThat(voices.count(round.id()).unverified()
                        + voices.count(round.id()).setAside())
                .isEqualTo(Ballot.BURST + 5);
        assertThat(count("voice where set_aside = 'flood'")).isBetween(1, 5);
        ballot.takeBack(SAM, round, voices.setAside(round.id()), "A school class");
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, Ballot.BURST + 5, 0, 1, 0));
        assertThat(deeds(round.id())).contains("round.voices-taken-back Sam");
    }

    @Test
    void as_many_as_one_caller_can_send_within_ten_minutes_cost_nobody_else_their_voice() {
        Open round = open();
        // What the gateway lets one caller write within ten minutes.
        for (int i = 0; i < 60; i++) {
            take(round, null, "one caller " + i);
        }
        take(round, null, "somebody else");
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(0, 61, 0, 0, 0));
    }

    @Test
    void own_words_that_speak_of_danger_are_a_case_that_is_read_at_once_and_is_counted_as_any_other() {
        Open round = open();
        Answers danger = new Answers(
                new TreeMap<>(Map.of(2, new Answer.Written("The park"), 4, new Answer.Written("My son has a gun"))));
        SubmissionKey key = SubmissionKey.ofForm("danger", "");
        take(round, null, "harmless");
        for (int i = 0; i < 2; i++) {
            assertThat(ballot.take(round.id(), danger, NOTHING, null, key, null))
                    .isEqualTo(Taken.UNVERIFIED);
        }
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        assertThat(ballot.take(round.id(), danger, NOTHING, code, key, null)).isEqualTo(Taken.VERIFIED);
        assertThat(jdbc.sql("select area_code || ' ' || urgent || ' ' || message from \"case\"")
                        .query(String.class)
                        .list())
                .containsExactly(STEVENAGE_NORTH
                        + " true Somebody wrote this in the round “What now?”. They gave no way to answer them.\n\n"
                        + "My son has a gun");
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, 1, 0, 1, 0));
    }

    @Test
    void what_a_program_seems_to_have_sent_is_set_aside_unless_it_came_with_a_code() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        take(round, null, "program", SetAside.HONEYPOT);
        take(round, code, "with code", SetAside.TOO_FAST);
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, 0, 1, 1, 0));
    }

    @Test
    void who_sent_without_a_code_goes_back_and_types_it_is_heard_with_it_and_once() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        About about = new About(AgeBand.FROM_25, "Old Town");
        SubmissionKey key = SubmissionKey.ofForm("one form", "");
        assertThat(ballot.take(round.id(), ANSWERS, about, null, key, null)).isEqualTo(Taken.UNVERIFIED);
        assertThat(ballot.take(round.id(), ANSWERS, about, new VoiceCode("0000-0000-0000"), key, null))
                .isEqualTo(Taken.UNKNOWN_CODE);
        assertThat(ballot.take(round.id(), ANSWERS, about, code, key, null)).isEqualTo(Taken.VERIFIED);
        assertThat(ballot.take(round.id(), ANSWERS, about, code, key, null)).isEqualTo(Taken.VERIFIED);
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, 0, 0, 1, 0));
        assertThat(jdbc.sql("select dimension || ' ' || value || ' ' || voices from round_heard order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("age 25-34 1", "channel card 1", "part Old Town 1");
        assertThat(take(round, null, "another")).isEqualTo(Taken.UNVERIFIED);
        assertThat(take(round, code, "another")).isEqualTo(Taken.USED_CODE);
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, 1, 0, 1, 0));
    }

    @Test
    void what_was_set_aside_is_heard_when_it_comes_again_with_a_code() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        take(round, null, "quick", SetAside.TOO_FAST);
        assertThat(take(round, code, "quick")).isEqualTo(Taken.VERIFIED);
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, 0, 0, 1, 0));
        assertThat(jdbc.sql("select value || voices from round_heard where dimension = 'channel'")
                        .query(String.class)
                        .list())
                .containsExactly("card1");
    }

    @Test
    void what_filled_in_the_hidden_field_is_never_taken_back_and_the_rest_by_day_and_reason() {
        Open round = open();
        take(round, null, "program", SetAside.HONEYPOT);
        take(round, null, "quick", SetAside.TOO_FAST);
        take(round, null, "earlier", SetAside.TOO_FAST);
        jdbc.sql("update voice set answered_on = answered_on - 1 where submission_key = :key")
                .param("key", SubmissionKey.ofForm("earlier", "").bytes())
                .update();
        List<Voices.SetAsideGroup> groups = voices.setAside(round.id());
        assertThat(groups).extracting(Voices.SetAsideGroup::reason).containsExactly("too-fast", "too-fast");
        assertThat(ballot.takeBack(SAM, round, List.of(groups.getLast()), "A quick reader"))
                .isOne();
        assertThat(ballot.takeBack(
                        SAM,
                        round,
                        List.of(new Voices.SetAsideGroup(
                                "honeypot", groups.getLast().day(), 1)),
                        "All"))
                .isZero();
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(0, 1, 2, 0, 0));
    }

    @Test
    void peoples_own_words_are_forgotten_a_year_after_the_round_and_what_was_counted_stays() {
        Open round = open();
        take(round, ballot.cards(SAM, round, 1).getFirst(), "one");
        closed(round);
        forgotten.deleteExpired(Clock.systemUTC().instant().plus(Duration.ofDays(364)), 100);
        assertThat(count("voice_answer where words is not null")).isOne();
        // As often as the hourly work asks, first for the codes.
        for (int i = 0; i < 3; i++) {
            forgotten.deleteExpired(Clock.systemUTC().instant().plus(Duration.ofDays(366)), 100);
        }
        assertThat(count("voice_answer where words is not null")).isZero();
        assertThat(count("voice_answer")).isEqualTo(3);
        assertThat(voices.count(round.id()).verified()).isOne();
    }

    @Test
    void voices_of_a_round_that_has_closed_lie_in_an_order_that_says_nothing() {
        Open round = open();
        for (int i = 0; i < 30; i++) {
            take(round, null, "voice " + i);
        }
        transaction.executeWithoutResult(status -> voices.forgetOrder(round.id()));
        assertThat(jdbc.sql("select id::text from voice where round_id = :round order by ctid")
                        .param("round", round.id().value())
                        .query(String.class)
                        .list())
                .hasSize(30)
                .isSorted();
        assertThat(jdbc.sql("select voice_id::text from voice_answer order by ctid")
                        .query(String.class)
                        .list())
                .hasSize(120)
                .isSorted();
    }

    @Test
    void who_was_heard_is_added_up_and_no_row_tells_of_a_person() {
        Open round = open();
        ballot.cards(SAM, round, 3)
                .forEach(code -> ballot.take(
                        round.id(),
                        ANSWERS,
                        new About(AgeBand.FROM_25, "Old Town"),
                        code,
                        SubmissionKey.ofForm(code.value(), ""),
                        null));
        take(round, null, "open");
        assertThat(jdbc.sql("select dimension || ' ' || value || ' ' || voices from round_heard order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("age 25-34 3", "channel card 3", "channel open 1", "part Old Town 3");
    }

    @Test
    void only_who_leads_the_team_makes_cards_and_no_more_than_a_team_hands_out() {
        Open round = open();
        StaffMember officer = new StaffMember("p", "Pat", Set.of(Role.OFFICER), Set.of(new AreaCode(STEVENAGE_NORTH)));
        assertThatThrownBy(() -> ballot.cards(officer, round, 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ballot.cards(SAM, round, Ballot.MOST_CARDS + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(deeds(round.id())).doesNotContain("round.cards-printed Pat");
    }

    @Test
    void a_code_is_known_by_its_hash_alone_and_forgotten_28_days_after_the_round() {
        Open round = open();
        VoiceCode code = ballot.cards(SAM, round, 1).getFirst();
        take(round, code, "one");
        assertThat(jdbc.sql("select v::text from voice v union all select c::text from voice_code c")
                        .query(String.class)
                        .list()
                        .toString())
                .contains(HexFormat.of().formatHex(code.hash(round.id())))
                .doesNotContain(code.value())
                .doesNotContain(code.value().replace("-", ""));
        closed(round);
        forgotten.deleteExpired(Clock.systemUTC().instant().plus(Duration.ofDays(27)), 100);
        assertThat(count("voice_code")).isOne();
        forgotten.deleteExpired(Clock.systemUTC().instant().plus(Duration.ofDays(29)), 100);
        assertThat(count("voice_code")).isZero();
        assertThat(count("voice where verified and code_hash is null")).isOne();
    }

    @Test
    void codes_that_were_sent_by_mail_are_heard_and_known_by_the_hashes_of_the_contract() {
        Open round = open();
        VoiceCode code = new VoiceCode("7K3M-Q9TF-22VX");
        assertThat(take(round, code, "early")).isEqualTo(Taken.UNKNOWN_CODE);
        String data = """
                {"round": "%s", "hashes": ["%s"]}""".formatted(round.id(), HexFormat.of().formatHex(code.hash(round.id())));
        Contracts.validate("alerts.voices.admitted", data);
        for (int i = 0; i < 2; i++) {
            dispatch(event("alerts.voices.admitted", UUID.randomUUID().toString(), 1, data));
        }
        assertThat(take(round, code, "now")).isEqualTo(Taken.VERIFIED);
        assertThat(voices.count(round.id())).isEqualTo(new Voices.Count(1, 0, 0, 0, 1));
        assertThat(HexFormat.of()
                        .formatHex(code.hash(new RoundId(UUID.fromString("6f0a4c1e-52b1-4a57-9c0c-1d2f3a4b5d01")))))
                .isEqualTo("2bde97e3c1ca306895d35a8a500259cbe52632d280a32c2691bfcdd0cd7087bc");
        Contracts.examples("alerts.voices.admitted")
                .forEach(example ->
                        dispatch(event(example.type(), UUID.randomUUID().toString(), 1, example.json())));
        assertThat(count("voice_code")).isOne();
    }

    @Test
    void a_code_is_read_however_it_was_typed() {
        assertThat(VoiceCode.read(" 7k3m q9tf-22vx ")).contains(new VoiceCode("7K3M-Q9TF-22VX"));
        assertThat(VoiceCode.read("OIL0-0000-0000")).contains(new VoiceCode("0110-0000-0000"));
        assertThat(VoiceCode.read("7K3M-Q9TF")).isEmpty();
        assertThat(new VoiceCode("7K3M-Q9TF-22VX").toString()).doesNotContain("7K3M");
    }

    private Taken take(Open round, @Nullable VoiceCode code, String token) {
        return take(round, code, token, null);
    }

    private Taken take(Open round, @Nullable VoiceCode code, String token, @Nullable SetAside suspicion) {
        return ballot.take(round.id(), ANSWERS, NOTHING, code, SubmissionKey.ofForm(token, ""), suspicion);
    }
}
