package org.bluelamp.directory.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedHoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9:00 to 17:00 | 09:00 to 17:00",
                "9-17 | 09:00 to 17:00",
                "9am - 5pm | 09:00 to 17:00",
                "9.30 until 12 | 09:30 to 12:00",
                "9:00 to 12:30, 13:30 to 17:00 | 09:00 to 12:30, 13:30 to 17:00",
                "9 to 12 and 2pm to 5pm | 09:00 to 12:00, 14:00 to 17:00",
                "20:00 to 02:00 | 20:00 to 02:00",
                "8:00 to 24:00 | 08:00 to 24:00",
                "12am to 12pm | 00:00 to 12:00",
                "All day | all day",
                "closed | ''",
                "'' | ''",
            })
    void hours_are_read_as_people_type_them(String typed, String written) {
        assertThat(TypedHours.read(typed).map(TypedHours::write)).hasValue(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sometimes", "9", "25:00 to 26:00", "9:75 to 10:00", "13pm to 14pm", "9 to", "9 to 17 x"})
    void what_is_no_time_is_not_understood(String typed) {
        assertThat(TypedHours.read(typed)).isEmpty();
    }
}
