package org.bluelamp.directory.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.contract.Example;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class AnswersTest {

    @Autowired
    private Answers answers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper json;

    static Iterable<Example> examples() {
        return Contracts.examples(AnswersMeasured.TYPE);
    }

    @AfterEach
    void clear() {
        database.sql("delete from answers").update();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_understood_and_kept(Example example) {
        AnswersMeasured told = json.readValue(example.json(), AnswersMeasured.class);
        answers.apply(told, Version.of(1));
        assertThat(answers.of(new AreaCode(told.area()))).contains(told);
    }

    @Test
    void what_comes_late_changes_nothing_and_a_snapshot_sets_right_what_is_held() {
        AnswersMeasured told = json.readValue(
                Contracts.examples(AnswersMeasured.TYPE).getFirst().json(), AnswersMeasured.class);
        AreaCode area = new AreaCode(told.area());
        answers.apply(told, Version.of(5));
        database.sql("update answers set waiting = 99").update();
        answers.apply(told, Version.of(4));
        answers.apply(told, Version.of(5));
        assertThat(answers.of(area).orElseThrow().waiting()).isEqualTo(99);
        answers.apply(told, Version.inSnapshot(5));
        assertThat(answers.of(area)).contains(told);
    }
}
