package org.bluelamp.directory.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bluelamp.directory.meeting.Recurrence.Ending;
import org.bluelamp.directory.meeting.Recurrence.Monthly;
import org.bluelamp.directory.meeting.Recurrence.Weekly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 5, 4);

    @Test
    void every_second_week_stays_on_its_weekday() {
        assertThat(dates(new Weekly(2, new Ending.Never()), 3))
                .containsExactly(FIRST, LocalDate.of(2027, 5, 18), LocalDate.of(2027, 6, 1));
    }

    @Test
    void the_first_tuesday_of_each_month_is_found_in_every_month() {
        assertThat(dates(new Monthly(1, DayOfWeek.TUESDAY, new Ending.Never()), 4))
                .containsExactly(FIRST, LocalDate.of(2027, 6, 1), LocalDate.of(2027, 7, 6), LocalDate.of(2027, 8, 3));
    }

    @Test
    void the_last_friday_is_the_fourth_or_the_fifth() {
        Recurrence last = new Monthly(Monthly.LAST, DayOfWeek.FRIDAY, new Ending.Never());
        assertThat(last.date(LocalDate.of(2027, 4, 30), 1)).isEqualTo(LocalDate.of(2027, 5, 28));
        assertThat(last.date(LocalDate.of(2027, 4, 30), 3)).isEqualTo(LocalDate.of(2027, 7, 30));
        assertThat(last.fits(LocalDate.of(2027, 4, 30))).isTrue();
        assertThat(last.fits(LocalDate.of(2027, 4, 23))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;INTERVAL=3;COUNT=10",
                "FREQ=WEEKLY;UNTIL=20270831T225959Z",
                "FREQ=WEEKLY;UNTIL=20271231T235959Z",
                "FREQ=MONTHLY;BYDAY=1TU",
                "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5",
            })
    void a_rule_is_read_as_it_is_written(String rule) {
        assertThat(Recurrence.parse(rule).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WEEKLY",
                "FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=TU,TH",
                "FREQ=MONTHLY;BYMONTHDAY=3",
                "FREQ=MONTHLY;BYDAY=5TU",
                "FREQ=MONTHLY;BYDAY=1XX",
                "FREQ=WEEKLY;COUNT=3;UNTIL=20271231T235959Z",
                "FREQ=WEEKLY;COUNT=1",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;FREQ=WEEKLY",
            })
    void a_rule_that_is_not_known_here_is_refused(String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.parse(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY | Every Tuesday",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=6 | Every 2 weeks on Tuesday, 6 times",
                "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231T235959Z | Every month on the first Tuesday, until 31 December 2027",
                "FREQ=MONTHLY;BYDAY=-1TU | Every month on the last Tuesday",
            })
    void a_rule_is_said_in_plain_words(String rule, String words) {
        assertThat(Recurrence.parse(rule).words(FIRST)).isEqualTo(words);
    }

    @Test
    void the_number_of_a_date_is_found_without_walking_there() {
        for (Recurrence recurrence : List.of(
                new Weekly(1, new Ending.Never()),
                new Weekly(3, new Ending.Never()),
                new Monthly(1, DayOfWeek.TUESDAY, new Ending.Never()))) {
            for (int days = -3; days < 400; days++) {
                LocalDate day = FIRST.plusDays(days);
                int walked = IntStream.iterate(0, i -> i + 1)
                        .filter(i -> !recurrence.date(FIRST, i).isBefore(day))
                        .findFirst()
                        .orElseThrow();
                assertThat(recurrence.indexFrom(FIRST, day))
                        .as("%s from %s", recurrence, day)
                        .isEqualTo(walked);
            }
        }
    }

    private static List<LocalDate> dates(Recurrence recurrence, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> recurrence.date(FIRST, index))
                .toList();
    }
}
