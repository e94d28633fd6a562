package org.bluelamp.feedback.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bluelamp.feedback.concern.Draft.Checked;
import org.bluelamp.feedback.concern.Draft.Fault;
import org.bluelamp.feedback.concern.Draft.Faulty;
import org.bluelamp.feedback.concern.Draft.InOrder;
import org.bluelamp.feedback.concern.Draft.Part;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final AreaCode AREA = new AreaCode("hertfordshire/stevenage/stevenage-north");
    private static final List<Theme> OFFERED =
            List.of(new Theme("speeding", "Speeding", ""), new Theme("burglary", "Burglary", ""));

    @Test
    void a_draft_with_all_that_is_needed_is_in_order() {
        Checked checked = draft(List.of("speeding"), "Cars race along the ring road", "a-lot");
        assertThat(checked).isInstanceOfSatisfying(InOrder.class, ok -> {
            assertThat(ok.submission().effect()).isEqualTo(Effect.A_LOT);
            assertThat(ok.submission().themes()).containsExactly("speeding");
        });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_in_the_order_of_the_form() {
        assertThat(faults(draft(List.of(), " \n ", "")))
                .extracting(Fault::part)
                .containsExactly(Part.THEMES, Part.TEXT, Part.EFFECT);
    }

    @Test
    void a_theme_that_is_not_offered_is_refused() {
        assertThat(faults(draft(List.of("speeding", "potholes"), "Deep ones", "some")))
                .extracting(Fault::part)
                .containsExactly(Part.THEMES);
    }

    @Test
    void a_theme_chosen_twice_counts_once() {
        assertThat(draft(List.of("speeding", "speeding"), "Fast", "some")).isInstanceOf(InOrder.class);
    }

    @Test
    void a_text_of_two_thousand_characters_fits_whatever_the_characters_and_line_ends() {
        assertThat(draft(List.of("speeding"), "🚗".repeat(2000), "some")).isInstanceOf(InOrder.class);
        assertThat(draft(List.of("speeding"), "a\r\n".repeat(1000), "some")).isInstanceOf(InOrder.class);
    }

    @Test
    void a_text_that_is_too_long_is_told_by_how_much_without_repeating_it() {
        assertThat(faults(draft(List.of("speeding"), "x".repeat(2137), "some")))
                .containsExactly(new Fault(
                        Part.TEXT, "What is happening must be 2,000 characters or fewer. You have used 2,137"));
    }

    @Test
    void text_is_kept_as_typed_with_its_spaces_and_scripts() {
        String typed = "  <b>Noise</b> at night\n\tشارع السوق & the \"green\" 🚲 ";
        assertThat(draft(List.of("speeding"), typed, "some"))
                .isInstanceOfSatisfying(
                        InOrder.class, ok -> assertThat(ok.submission().text()).isEqualTo(typed));
    }

    @Test
    void what_no_database_can_hold_is_replaced_and_not_refused() {
        assertThat(Typed.clean("a\u0000b\uD83Dc\r\nd")).isEqualTo("a\uFFFDb\uFFFDc\nd");
    }

    @Test
    void nothing_that_a_resident_wrote_shows_when_a_draft_is_printed() {
        Draft draft = new Draft(AREA, List.of("speeding"), "a secret", "a place", "a time", "some");
        assertThat(draft.toString()).doesNotContain("secret", "place", "time");
        assertThat(draft.check(OFFERED).toString()).doesNotContain("secret", "place", "time");
    }

    private static Checked draft(List<String> themes, String text, String effect) {
        return new Draft(AREA, themes, text, "", "", effect).check(OFFERED);
    }

    private static List<Fault> faults(Checked checked) {
        assertThat(checked).isInstanceOf(Faulty.class);
        return ((Faulty) checked).faults();
    }
}
