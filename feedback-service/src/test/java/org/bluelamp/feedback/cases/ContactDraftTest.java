package org.bluelamp.feedback.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.cases.ContactDraft.Fault;
import org.bluelamp.feedback.cases.ContactDraft.Faulty;
import org.bluelamp.feedback.cases.ContactDraft.InOrder;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDraftTest {

    private static final AreaCode NORTH = new AreaCode("hertfordshire/stevenage/stevenage-north");

    @Test
    void a_message_needs_no_address() {
        ContactMessage message = message("When do you come?", "", " ");
        assertThat(message.details()).isEqualTo(new ContactDetails(null, null));
    }

    @Test
    void an_address_and_a_number_are_kept_as_they_can_be_used() {
        assertThat(message("Hello", " Rosa@Example.ORG ", "+44 (0)1632  960-001")
                        .details())
                .isEqualTo(new ContactDetails("Rosa@example.org", "+44 (0)1632 960-001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosa", "123", "call me", "0163296000112345678", "<b>01632960001</b>"})
    void what_is_no_address_and_no_number_is_said_for_each(String typed) {
        assertThat(faults("Hello", typed, typed)).extracting(Fault::field).containsExactly("mail", "telephone");
    }

    @Test
    void a_message_that_is_empty_or_too_long_is_told_so_without_repeating_it() {
        assertThat(faults(" \n", "", "")).containsExactly(new Fault("message", "Write your message"));
        assertThat(faults("x".repeat(4001), "", ""))
                .containsExactly(
                        new Fault("message", "Your message must be 4,000 characters or fewer. You have used 4,001"));
        assertThat(message("🚲".repeat(4000), "", "").text()).hasSize(8000);
    }

    @Test
    void a_form_sent_twice_has_one_link_and_other_words_another() {
        String content = message("Hello", "", "").content();
        assertThat(CaseLink.of("token", content))
                .isEqualTo(CaseLink.of("token", message("Hello", "", "").content()));
        assertThat(CaseLink.of("token", content))
                .isNotEqualTo(CaseLink.of("token", message("Hello!", "", "").content()));
        assertThat(CaseLink.of("other", content)).isNotEqualTo(CaseLink.of("token", content));
        assertThat(CaseLink.of("token", content).shaped()).isTrue();
    }

    @Test
    void nothing_of_it_shows_when_it_is_printed() {
        ContactDraft draft = new ContactDraft(NORTH, Kind.MESSAGE, "a secret", "rosa@example.org", "01632 960001");
        assertThat(draft.toString()
                        + draft.check()
                        + CaseLink.of("token", message("a secret", "", "").content()))
                .doesNotContain("secret", "rosa", "960001");
    }

    private static ContactMessage message(String text, String mail, String telephone) {
        return ((InOrder) new ContactDraft(NORTH, Kind.MESSAGE, text, mail, telephone).check()).message();
    }

    private static List<Fault> faults(String text, String mail, String telephone) {
        return ((Faulty) new ContactDraft(NORTH, Kind.MESSAGE, text, mail, telephone).check()).faults();
    }
}
