package org.bluelamp.service.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bluelamp.service.importing.Parameters.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    private static final Parameters PARAMETERS = Parameters.of("FILE")
            .with(Option.required("force", "ID", "the force"))
            .with(Option.optional("id-property", "NAME", "the property"))
            .with(Parameters.DRY_RUN);

    @Test
    void options_stand_in_any_order_with_an_equals_sign_or_without() {
        Arguments arguments = read("--dry-run", "--force", "testshire", "a.kml", "--id-property=NAME");
        assertThat(arguments.operand(0)).isEqualTo("a.kml");
        assertThat(arguments.option("force")).isEqualTo("testshire");
        assertThat(arguments.find("id-property")).hasValue("NAME");
        assertThat(arguments.dryRun()).isTrue();
        assertThat(read("a.kml", "--force=testshire").dryRun()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--force x                      | The FILE is missing.",
                "a.kml                          | --force ID is missing.",
                "a.kml --force                  | --force needs its ID.",
                "a.kml --force --dry-run        | --force needs its ID.",
                "a.kml --force=                 | --force ID is missing.",
                "a.kml b.kml --force x          | \"b.kml\" is too much.",
                "a.kml --force x --force y      | --force is given twice.",
                "a.kml --force x --fast         | There is no option --fast here.",
                "a.kml --force x --dry-run=yes  | --dry-run takes no value.",
            })
    void what_does_not_fit_is_said(String words, String message) {
        assertThatThrownBy(() -> read(words.split(" "))).hasMessage(message);
    }

    @Test
    void usage_tells_what_must_be_given_and_what_may() {
        assertThat(PARAMETERS.usage()).isEqualTo("FILE --force ID [--id-property NAME] [--dry-run]");
    }

    private static Arguments read(String... words) {
        return Arguments.read(List.of(words), PARAMETERS);
    }
}
