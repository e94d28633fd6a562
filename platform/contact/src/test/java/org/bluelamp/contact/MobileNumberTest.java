package org.bluelamp.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those that Ofcom keeps free for stories. */
class MobileNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700900123",
                "07700 900 123",
                " 07700-900123 ",
                "+447700900123",
                "+44 (0)7700 900123",
                "0044 7700 900123",
                "447700900123",
                "(07700) 900\u2011123"
            })
    void however_a_british_mobile_is_written_it_is_one_number(String typed) {
        assertThat(MobileNumber.parse(typed)).contains(new MobileNumber("+447700900123"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0770090012",
                "077009001234",
                "01438 496 000",
                "07000 900123",
                "07600 900123",
                "+1 202 555 0123",
                "+33 7 00 90 01 23",
                "07700 900 12x",
                "07700900123 07700900124"
            })
    void what_no_text_message_can_be_sent_to_for_an_ordinary_price_is_none(String typed) {
        assertThat(MobileNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "07624 900123")
    void mobiles_of_the_isle_of_man_are_mobiles(String typed) {
        assertThat(MobileNumber.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = "07700900123")
    void it_does_not_show_itself(String typed) {
        var number = MobileNumber.parse(typed).orElseThrow();
        assertThat(number.toString()).doesNotContain("900");
        assertThat(number.ending()).isEqualTo("123");
    }
}
