package org.bluelamp.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bluelamp.web.govuk.ErrorSummary;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BeanPropertyBindingResult;

/** In which order a reader is told what is wrong. */
class FormTest {

    private record Line(String name, String words) {}

    private record Sheet(String title, List<Line> lines, String end) {}

    @Test
    void what_is_wrong_is_told_in_the_order_of_the_page_line_by_line_in_lists_too() {
        List<Line> lines = Collections.nCopies(11, new Line("", ""));
        var result = new BeanPropertyBindingResult(new Sheet("", lines, ""), "form");
        for (String field :
                List.of("end", "lines[10].name", "lines[2].words", "lines[0].words", "lines[0].name", "title")) {
            result.rejectValue(field, "NotBlank", "Enter " + field.replace("lines[0].name", "zzz"));
        }

        assertThat(Objects.requireNonNull(Form.of(result).summary()).lines())
                .extracting(ErrorSummary.Line::href)
                .containsExactly(
                        "#title", "#lines[0].name", "#lines[0].words", "#lines[2].words", "#lines[10].name", "#end");
    }
}
