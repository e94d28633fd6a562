package org.bluelamp.feedback.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.RuleMetrics;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PromiseClockTest extends FeedbackTest {

    private static final AreaCode NORTH = new AreaCode(STEVENAGE_NORTH);
    private static final StaffMember OLIVE = new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(NORTH));

    @Autowired
    private ContactIntake intake;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Reminding clockOfPromises;

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void a_promise_is_called_to_mind_a_day_before_it_is_due_and_goes_further_up_when_it_is_broken_once_each()
            throws Exception {
        Reference reference = send("Cars race");
        Reference answered = send("Answered in time");
        desk.answer(OLIVE, answered, 1, "Yes", "form");
        clock.moveBy(Duration.ofHours(47));
        clockOfPromises.look();
        assertThat(told(reference)).isEmpty();
        assertThat(list()).doesNotContain("reminded");
        clock.moveBy(Duration.ofMinutes(61));
        clockOfPromises.look();
        clockOfPromises.look();
        assertThat(told(reference)).containsExactly(PromiseTold.REMINDED);
        assertThat(list()).contains("Team reminded").doesNotContain("Escalated");
        clock.moveBy(Duration.ofHours(24));
        clockOfPromises.look();
        clockOfPromises.look();
        assertThat(told(reference)).containsExactly(PromiseTold.REMINDED, PromiseTold.ESCALATED);
        assertThat(list()).contains("Team reminded", "Escalated to the sergeant");
        assertThat(page(get("/staff/feedback/contacts/" + reference).with(as("sergeant", STEVENAGE_NORTH)))
                        .text())
                .contains("Escalated to the sergeant");
        assertThat(told(answered)).isEmpty();
        announced(reference).forEach(event -> {
            Contracts.validate(event.type(), event.data());
            JsonNode data = JsonMapper.shared().readTree(event.data());
            assertThat(data.propertyNames()).containsExactlyInAnyOrder("reference", "area", "kind", "dueAt");
            assertThat(data.get("area").stringValue()).isEqualTo(STEVENAGE_NORTH);
        });
    }

    @Test
    void what_was_late_before_anybody_looked_is_escalated_only_and_a_new_promise_has_a_clock_of_its_own() {
        Reference reference = send("Cars race");
        clock.moveBy(Duration.ofHours(80));
        clockOfPromises.look();
        assertThat(told(reference)).containsExactly(PromiseTold.ESCALATED);
        assertThat(desk.told(List.of(held(reference))).get(reference).remindedAt())
                .isNull();
        desk.answer(OLIVE, reference, 1, "We look into it", "form");
        jdbc.sql("""
                        update "case"
                           set state = 'reopened', asked_at = asked_at + interval '5 days', reminded_at = null,
                               due_at = due_at + interval '5 days', escalated_at = null, version = version + 1""").update();
        clock.moveBy(Duration.ofDays(4));
        clockOfPromises.look();
        assertThat(told(reference)).containsExactly(PromiseTold.ESCALATED, PromiseTold.REMINDED);
    }

    @Test
    void what_a_program_seems_to_have_sent_has_no_clock_until_a_person_takes_it_for_real() {
        Reference reference = send("Buy this");
        jdbc.sql("update \"case\" set set_aside = 'honeypot'").update();
        clock.moveBy(Duration.ofHours(80));
        clockOfPromises.look();
        assertThat(told(reference)).isEmpty();
        desk.note(OLIVE, reference, "A person after all", "form");
        clockOfPromises.look();
        assertThat(told(reference)).containsExactly(PromiseTold.ESCALATED);
    }

    @Test
    void replicas_that_strike_at_once_tell_each_case_once(@Autowired PromiseClock promises) throws Exception {
        List<Reference> sent =
                IntStream.range(0, 40).mapToObj(n -> send("message " + n)).toList();
        clock.moveBy(Duration.ofHours(73));
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            for (var one : replicas.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(n -> promises::strike)
                    .toList())) {
                one.get();
            }
        }
        assertThat(sent).allSatisfy(reference -> assertThat(told(reference)).containsExactly(PromiseTold.ESCALATED));
    }

    @Test
    void what_the_alert_rules_read_is_measured(@Autowired MeterRegistry meters) {
        send("Cars race");
        clock.moveBy(Duration.ofHours(73));
        clockOfPromises.look();
        assertThat(meters.get("feedback.promises.late").gauge().value()).isEqualTo(1);
        assertThat(RuleMetrics.startingWith("feedback_"))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(meters.getMeters())
                        .anySatisfy(meter -> assertThat(metric)
                                .isIn(
                                        name(meter.getId().getName()),
                                        name(meter.getId().getName()) + "_seconds")));
    }

    private static String name(String meter) {
        return meter.replace('.', '_').toLowerCase(Locale.ROOT);
    }

    private String list() throws Exception {
        return page(get("/staff/feedback/contacts").with(as("sergeant", "hertfordshire/stevenage")))
                .select("main ol")
                .text();
    }

    private List<String> told(Reference reference) {
        return announced(reference).stream().map(Announced::type).toList();
    }

    private Case held(Reference reference) {
        return desk.find(OLIVE, reference).orElseThrow();
    }

    private Reference send(String text) {
        return intake.take(new ContactMessage(NORTH, Kind.MESSAGE, text, ContactDetails.NONE), text, null)
                .reference();
    }
}
