package org.bluelamp.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.contract.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractTest extends FeedbackTest {

    @Autowired
    private Areas areas;

    @Autowired
    private Teams teams;

    static Iterable<Example> areaExamples() {
        return Contracts.examples("directory.area.changed");
    }

    static Iterable<Example> teamExamples() {
        return Contracts.examples("directory.team.changed");
    }

    @Test
    void it_receives_what_the_contract_says_and_nothing_else(@Autowired Environment environment) {
        assertThat(Contracts.boundBy(environment)).isEqualTo(Contracts.consumedBy("feedback"));
    }

    @Test
    void it_announces_what_the_contract_says() {
        assertThat(Contracts.publishedBy("feedback"))
                .containsExactlyInAnyOrder(
                        "feedback.priority.changed",
                        "feedback.round.opened",
                        "feedback.round.closed",
                        "feedback.answer.measured",
                        "feedback.case.reminded",
                        "feedback.case.escalated",
                        "feedback.case.urgent",
                        "feedback.case.moved",
                        "feedback.snapshot.requested");
    }

    @ParameterizedTest
    @MethodSource("areaExamples")
    void every_example_of_an_area_is_understood(Example example) {
        JsonNode data = JsonMapper.shared().readTree(example.json());
        String code = data.get("code").stringValue();
        dispatch(event(example.type(), code, 1, example.json()));
        assertThat(areas.area(new AreaCode(code))).hasValueSatisfying(area -> {
            assertThat(area.name()).isEqualTo(data.get("name").stringValue());
            assertThat(area.kind().name())
                    .isEqualToIgnoringCase(data.get("kind").stringValue());
        });
    }

    @ParameterizedTest
    @MethodSource("teamExamples")
    void every_example_of_a_team_is_understood(Example example) {
        JsonNode data = JsonMapper.shared().readTree(example.json());
        String code = data.get("area").stringValue();
        dispatch(event(example.type(), code, 1, example.json()));
        assertThat(teams.of(new AreaCode(code))).hasValueSatisfying(team -> {
            assertThat(team.title())
                    .isEqualTo(data.get("name").stringValue() + " "
                            + data.get("label").stringValue());
            assertThat(team.lead() == null).isEqualTo(data.get("members").isEmpty());
        });
    }

    @Test
    void what_these_tests_pretend_that_directory_says_is_what_it_may_say() {
        Contracts.validate(
                "directory.area.changed",
                new String(
                        areaChanged(TOWN_CENTRE, "neighbourhood", "X", 1).getPayload(),
                        java.nio.charset.StandardCharsets.UTF_8));
        Contracts.validate("directory.team.changed", teamData(TOWN_CENTRE, "X", "Y"));
    }
}
