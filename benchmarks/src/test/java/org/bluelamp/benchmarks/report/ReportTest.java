package org.bluelamp.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void it_names_the_machine_and_shows_each_table_under_its_conditions_in_columns_that_line_up() {
        Machine machine = new Machine(2, 24L << 30, "Linux amd64", "Example 25");
        Table table = Table.of("page", "pages/s").row("home", 1200).row("neighbourhood", 9);
        Section section = new Section("pages", List.of("Nobody else was there."), List.of(table)).underLoad(0.5, 2.25);

        String text = new Report(Instant.parse("2026-11-22T23:04:59Z"), machine)
                .with(section)
                .markdown();

        assertThat(text).contains("Begun 2026-11-22T23:04:00Z on 2 cores, 24576 MB, Linux amd64, Java Example 25.");
        assertThat(text).endsWith("""
                ## pages

                - Nobody else was there.
                - The load average (1 minute) was 0.5 when this began and 2.3 when it ended.

                | page          | pages/s |
                |---------------|--------:|
                | home          |    1200 |
                | neighbourhood |       9 |
                """);
    }

    @Test
    void a_row_with_too_few_figures_is_refused() {
        Table table = Table.of("page", "pages/s");

        assertThatThrownBy(() -> table.row("home")).hasMessageContaining("1 cells under [page, pages/s]");
    }

    @Test
    void percentiles_tell_what_so_many_of_a_hundred_took_at_most() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 100; millis++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.percentile(50)).isBetween(Duration.ofMillis(50), Duration.ofNanos(50_100_000));
        assertThat(latencies.percentile(99)).isBetween(Duration.ofMillis(99), Duration.ofNanos(99_100_000));
        assertThat(latencies.millis(100)).isIn("100.0", "100.1");
    }
}
