package org.bluelamp.feedback.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bluelamp.feedback.cases.CaseLink;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.concern.Draft;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.results.Result;
import org.bluelamp.feedback.results.Results;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.survey.Answer;
import org.bluelamp.feedback.survey.Answers;
import org.bluelamp.feedback.theme.Themes;
import org.bluelamp.feedback.voice.About;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.service.area.AreaCode;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class OpenDataTest extends RoundScene {

    private static final String ROOT = "/api/v1/feedback/open-data";

    private final SecureRandom random = new SecureRandom();

    @Autowired
    private Intake intake;

    @Autowired
    private Themes themes;

    @Autowired
    private Ballot ballot;

    @Autowired
    private Results results;

    @Autowired
    private OpenData data;

    @BeforeEach
    void nothingIsCounted() {
        data.forget();
    }

    @Test
    void people_find_all_of_it_from_a_page_whose_links_lead_to_data() throws Exception {
        assertThat(page(get("/have-your-say")).select("a[href=/have-your-say/open-data]"))
                .isNotEmpty();
        var links = page(get("/have-your-say/open-data"))
                .select("main a[href^=" + ROOT + "]")
                .eachAttr("href");
        assertThat(links).hasSize(5);
        for (String link : links) {
            mvc.perform(get(link)).andExpect(status().isOk());
        }
    }

    @Test
    void concerns_are_counted_by_month_and_theme_and_small_numbers_are_not_told() throws Exception {
        LocalDate month = today().withDayOfMonth(1).minusMonths(1);
        raise(5, "speeding", month.plusDays(3));
        raise(4, "burglary", month.plusDays(3));
        raise(9, "speeding", today());
        String name = month.toString().substring(0, 7);
        mvc.perform(get(ROOT + "/concerns/months"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", Matchers.containsString("public")))
                .andExpect(jsonPath("$[?(@.theme == 'speeding')].concerns").value(5))
                .andExpect(jsonPath("$[?(@.theme == 'burglary')].concerns").value((Object) null))
                .andExpect(jsonPath("$.length()").value(2));
        assertThat(text(ROOT + "/concerns/months.csv").lines())
                .containsExactly(
                        "area,month,theme,concerns",
                        STEVENAGE_NORTH + "," + name + ",burglary,",
                        STEVENAGE_NORTH + "," + name + ",speeding,5");
    }

    @Test
    void months_are_counted_once_an_hour_however_many_ask_and_in_whatever_way() throws Exception {
        LocalDate month = today().withDayOfMonth(1).minusMonths(1);
        raise(5, "speeding", month.plusDays(3));
        for (String address : List.of("/concerns/months", "/concerns/months?x=1")) {
            mvc.perform(get(ROOT + address)).andExpect(jsonPath("$.length()").value(1));
            raise(5, "burglary", month.plusDays(4));
        }
        assertThat(text(ROOT + "/concerns/months.csv?x=2").lines()).hasSize(2);
        clock.moveBy(Duration.ofMinutes(61));
        mvc.perform(get(ROOT + "/concerns/months?x=3"))
                .andExpect(jsonPath("$.length()").value(2));
    }

    @Test
    void while_months_cannot_be_counted_the_last_count_is_told_and_nobody_counts_again_within_a_minute() {
        LocalDate month = today().withDayOfMonth(1).minusMonths(1);
        raise(5, "speeding", month.plusDays(3));
        assertThat(data.months()).hasSize(1);
        clock.moveBy(Duration.ofMinutes(61));
        whileThemesAreAway(() -> assertThat(data.months()).hasSize(1));
        data.forget();
        whileThemesAreAway(() -> assertThatThrownBy(() -> data.months()).isInstanceOf(DataAccessException.class));
        assertThatThrownBy(() -> data.months()).isInstanceOf(DataAccessException.class);
        clock.moveBy(Duration.ofMinutes(1));
        assertThat(data.months()).hasSize(1);
    }

    private void whileThemesAreAway(Runnable deed) {
        jdbc.sql("alter table concern_theme rename to away").update();
        try {
            deed.run();
        } finally {
            jdbc.sql("alter table away rename to concern_theme").update();
        }
    }

    @Test
    void a_page_far_behind_the_last_is_empty_and_published_concerns_are_read_in_order_without_sorting()
            throws Exception {
        raise(2, "speeding", today());
        jdbc.sql("update concern set public_text = 'Noise', public_at = now()").update();
        for (String page : List.of("2", "201", "2000000000")) {
            mvc.perform(get(ROOT + "/concerns/published?page=" + page))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.length()").value(0));
        }
        mvc.perform(get(ROOT + "/concerns/published?page=-1"))
                .andExpect(jsonPath("$.length()").value(2));
        assertThat(transaction.<String>execute(status -> {
                    // The table is small here; what is asked is whether sorting could be avoided.
                    jdbc.sql("set local enable_sort = off").update();
                    jdbc.sql("set local enable_seqscan = off").update();
                    return String.join("\n", jdbc.sql("""
                                    explain select public_text from concern c
                                     where c.public_text is not null and starts_with(c.area_code, 'hertfordshire/')
                                     order by c.public_at desc, c.id
                                     limit 500""").query(String.class).list());
                }))
                .contains("concern_published")
                .doesNotContain("Sort");
    }

    @Test
    void only_what_moderation_has_let_out_is_published_in_its_words_and_no_spreadsheet_runs_them() throws Exception {
        raise(2, "speeding", today());
        jdbc.sql("""
                        update concern set public_text = '=cmd("x"), and more', public_at = now()
                         where id = (select min(id) from concern)""").update();
        for (String address : List.of("/concerns/published", "/concerns/published.csv")) {
            mvc.perform(get(ROOT + address)).andExpect(header().string("Cache-Control", "max-age=60, public"));
        }
        mvc.perform(get(ROOT + "/concerns/published"))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].text").value("=cmd(\"x\"), and more"));
        assertThat(text(ROOT + "/concerns/published.csv"))
                .contains(",speeding,\"'=cmd(\"\"x\"\"), and more\",")
                .doesNotContain("It happens");
    }

    @Test
    void what_a_round_found_is_open_when_it_is_over_without_anybodys_words() throws Exception {
        Open round = open();
        ballot.cards(SAM, round, 6)
                .forEach(code -> ballot.take(
                        round.id(),
                        new Answers(new TreeMap<>(Map.of(
                                1, new Answer.Chosen(new TreeSet<>(Set.of(2))), 2, new Answer.Written("The park")))),
                        new About(null, null),
                        code,
                        SubmissionKey.ofForm(code.value(), ""),
                        null));
        mvc.perform(get(ROOT + "/rounds/" + round.id())).andExpect(status().isNotFound());
        Closed closed = closed(round);
        await().until(() -> results.of(closed).filter(Result::complete).isPresent());
        mvc.perform(get(ROOT + "/rounds/" + round.id()))
                .andExpect(jsonPath("$.withCode").value(6))
                .andExpect(jsonPath("$.questions.length()").value(1))
                .andExpect(jsonPath("$.questions[0].answers[1].withCode").value(6));
        assertThat(text(ROOT + "/rounds/" + round.id() + ".csv"))
                .contains("1,Do you feel safe after dark?,choice,No,6,0,0,0")
                .doesNotContain("The park");
        mvc.perform(get(ROOT + "/rounds")).andExpect(jsonPath("$[0].title").value("What now?"));
        mvc.perform(get(ROOT + "/rounds/" + RoundId.next())).andExpect(status().isNotFound());
    }

    @Test
    void small_numbers_of_a_round_are_not_told_nor_what_they_could_be_worked_out_from() throws Exception {
        Open round = open();
        var codes = ballot.cards(SAM, round, 19).iterator();
        choose(round, 1, 3, codes);
        choose(round, 2, 7, codes);
        choose(round, 3, 9, codes);
        choose(round, 3, 2, null);
        Closed closed = closed(round);
        await().until(() -> results.of(closed).filter(Result::complete).isPresent());
        mvc.perform(get(ROOT + "/rounds/" + round.id()))
                .andExpect(jsonPath("$.withCode").value(19))
                .andExpect(jsonPath("$.withoutCode").value((Object) null))
                .andExpect(jsonPath("$.questions[0].withCode").value(19))
                .andExpect(jsonPath("$.questions[0].withoutCode").value((Object) null))
                .andExpect(jsonPath("$.questions[0].answers[0].withCode").value((Object) null))
                .andExpect(jsonPath("$.questions[0].answers[1].withCode").value((Object) null))
                .andExpect(jsonPath("$.questions[0].answers[2].withCode").value(9))
                .andExpect(jsonPath("$.questions[0].answers[2].withoutCode").value((Object) null));
        assertThat(text(ROOT + "/rounds/" + round.id() + ".csv").lines())
                .contains(
                        "1,Do you feel safe after dark?,choice,Yes,,0,0,",
                        "1,Do you feel safe after dark?,choice,No,,0,0,",
                        "1,Do you feel safe after dark?,choice,It depends,9,,0,");
    }

    /** So many people choose an answer; without a code when there are none. */
    private void choose(Open round, int option, int people, @Nullable Iterator<VoiceCode> codes) {
        for (int n = 0; n < people; n++) {
            ballot.take(
                    round.id(),
                    new Answers(new TreeMap<>(Map.of(1, new Answer.Chosen(new TreeSet<>(Set.of(option)))))),
                    new About(null, null),
                    codes == null ? null : codes.next(),
                    SubmissionKey.ofForm(UUID.randomUUID().toString(), ""),
                    null);
        }
    }

    @Test
    void programs_find_all_of_it_described() throws Exception {
        var described = mvc.perform(get("/api/v1/feedback/openapi")).andExpect(status().isOk());
        for (String path : List.of(
                "/rounds",
                "/rounds/{id}",
                "/rounds/{id}.csv",
                "/concerns/months",
                "/concerns/months.csv",
                "/concerns/published",
                "/concerns/published.csv")) {
            described.andExpect(
                    jsonPath("$.paths['" + ROOT + path + "'].get.summary").isNotEmpty());
        }
    }

    private String text(String path) throws Exception {
        return mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", Matchers.startsWith("text/csv")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void raise(int number, String theme, LocalDate day) {
        Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < number; i++) {
            Draft.Checked checked = new Draft(
                            new AreaCode(STEVENAGE_NORTH), List.of(theme), "It happens", "", "", "some")
                    .check(themes.offered());
            intake.take(
                    ((Draft.InOrder) checked).submission(),
                    new Intake.From(
                            SubmissionKey.ofClient(theme + day + i),
                            false,
                            CaseLink.random(random),
                            ContactDetails.NONE,
                            null),
                    at);
        }
    }
}
