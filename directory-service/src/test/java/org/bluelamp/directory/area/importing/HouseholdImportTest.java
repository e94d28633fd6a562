package org.bluelamp.directory.area.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.importing.ImportRun;
import org.bluelamp.directory.importing.ImportRun.Outcome;
import org.bluelamp.directory.importing.ImportTest;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ImportTest
class HouseholdImportTest {

    private static final AreaCode LEFT = new AreaCode("homeshire/vale/left");
    private static final AreaCode RIGHT = new AreaCode("homeshire/vale/right");

    @TempDir
    private Path folder;

    @Autowired
    private ImportRun imports;

    @Autowired
    private AreaRegister register;

    @Autowired
    private Areas areas;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void twoNeighbourhoods() {
        register.put(List.of(
                area("homeshire", "Homeshire", null),
                area("homeshire/vale", "Vale", null),
                area(LEFT.value(), "Left", 100),
                area(RIGHT.value(), "Right", null)));
    }

    @Test
    void neighbourhoods_get_the_households_of_the_file_and_everybody_hears_of_those_that_changed() throws IOException {
        database.sql("delete from messaging.outbox").update();
        Outcome outcome = run("code,households\n" + LEFT + ",100\n" + RIGHT + ", 15400\n");
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains(RIGHT + ": not known becomes 15400")
                .contains("Neighbourhoods: 1 added, 0 changed, 0 removed, 1 unchanged");
        assertThat(households(RIGHT)).isEqualTo(15_400);
        List<String> told = database.sql(
                        "select data::text from messaging.outbox where type = 'directory.area.changed'")
                .query(String.class)
                .list();
        assertThat(told).singleElement().satisfies(json -> {
            Contracts.validate("directory.area.changed", json);
            assertThat(json).contains("15400");
        });
    }

    @Test
    void a_dry_run_says_the_same_and_changes_nothing() throws IOException {
        Outcome outcome = run("code,households\n" + LEFT + ",120\n", "--dry-run");
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains(LEFT + ": 100 becomes 120");
        assertThat(households(LEFT)).isEqualTo(100);
    }

    @Test
    void rows_with_faults_are_told_with_their_line_and_left_out() throws IOException {
        Outcome outcome =
                run("code,households\n" + LEFT + ",90\nhomeshire/vale,3000\n" + RIGHT + ",many\n" + LEFT + ",7\n");
        assertThat(outcome.output())
                .contains("line 3: \"homeshire/vale\" is the code of no neighbourhood here")
                .contains("line 4: \"many\" is no number of households")
                .contains("line 5: " + LEFT + " stands there twice");
        assertThat(households(LEFT)).isEqualTo(90);
        assertThat(households(RIGHT)).isNull();
        assertThat(run("something,else\n1,2\n").exit()).isOne();
    }

    private Outcome run(String csv, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("households.csv"), csv);
        return imports.run(Stream.concat(Stream.of("households", file.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private @Nullable Integer households(AreaCode code) {
        return areas.find(code).orElseThrow().households();
    }

    private static AreaDescription area(String code, String name, @Nullable Integer households) {
        return new AreaDescription(
                new AreaCode(code),
                name,
                "Team",
                Contact.NONE,
                List.of(),
                households,
                null,
                AreaDetails.NONE,
                null,
                DemoData.SOURCE);
    }
}
