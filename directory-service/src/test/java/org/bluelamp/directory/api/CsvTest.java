package org.bluelamp.directory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44 1632", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\uff1d1", "\uff0b1"})
    void what_a_spreadsheet_would_take_for_a_formula_becomes_text(String cell) {
        assertThat(Csv.cell(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Town & Quay", "101", "a=b", "", "O'Neil"})
    void everything_else_stays_as_it_is(String cell) {
        assertThat(Csv.cell(cell)).isEqualTo(cell);
    }

    @Test
    void commas_quotes_and_line_breaks_are_quoted_and_nothing_is_an_empty_cell() {
        byte[] csv = Csv.of(List.of("a", "b", "c"), Stream.of(Arrays.asList("x, \"y\"\nz", null, 3)));
        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("a,b,c\r\n\"x, \"\"y\"\"\nz\",,3\r\n");
    }
}
