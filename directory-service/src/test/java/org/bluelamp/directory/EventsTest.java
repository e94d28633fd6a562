package org.bluelamp.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DirectoryTest
class EventsTest {

    @Autowired
    private Environment environment;

    @Test
    void it_listens_to_what_the_contract_says() {
        assertThat(Contracts.boundBy(environment)).isEqualTo(Contracts.consumedBy("directory"));
    }

    @Test
    void it_announces_what_the_contract_says() {
        assertThat(Contracts.publishedBy("directory"))
                .isEqualTo(Set.of(
                        "directory.area.changed",
                        "directory.team.changed",
                        "directory.meeting.changed",
                        "directory.sector.changed",
                        "directory.snapshot.requested"));
    }
}
