package org.bluelamp.messaging.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import org.bluelamp.messaging.Version;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Town.Lamps;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SnapshotTest {

    private final Neighbourhood neighbourhood = new Neighbourhood();

    @AfterEach
    void close() {
        neighbourhood.close();
    }

    @Test
    void a_service_that_is_new_receives_what_was_there_before_it_and_asks_only_once() {
        // The town announced its lamps long ago, and the events are gone.
        Lamps lamps = neighbourhood.town().getBean(Lamps.class);
        IntStream.range(0, 50).forEach(i -> lamps.light("lamp-" + i, "blue"));
        neighbourhood.townData().sql("delete from messaging.outbox").update();

        LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);

        await().untilAsserted(() -> assertThat(copies.count()).isEqualTo(50));
        neighbourhood.watch();
        lamps.light("last", "white");
        await().untilAsserted(() -> assertThat(copies.colourOf("last")).contains("white"));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_copy_that_was_lost_is_rebuilt_from_nothing() {
        ConfigurableApplicationContext watch = neighbourhood.watch();
        LampCopies copies = watch.getBean(LampCopies.class);
        Lamps lamps = neighbourhood.town().getBean(Lamps.class);
        lamps.light("square", "blue");
        lamps.light("square", "white");
        await().untilAsserted(() -> assertThat(copies.colourOf("square")).contains("white"));
        neighbourhood.watchData().sql("truncate lamp_copy").update();

        watch.getBean(Snapshots.class).ask("town");

        await().untilAsserted(() -> assertThat(copies.colourOf("square")).contains("white"));
        assertThatThrownBy(() -> watch.getBean(Snapshots.class).ask("harbour"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_snapshot_changes_nothing_where_the_copy_is_up_to_date() {
        ConfigurableApplicationContext watch = neighbourhood.watch();
        LampCopies copies = watch.getBean(LampCopies.class);
        Lamps lamps = neighbourhood.town().getBean(Lamps.class);
        lamps.light("square", "blue");
        await().untilAsserted(() -> assertThat(copies.colourOf("square")).contains("blue"));
        int before = copies.received().size();

        watch.getBean(Snapshots.class).ask("town");

        await().untilAsserted(() -> assertThat(copies.received()).hasSizeGreaterThan(before));
        await().untilAsserted(
                        () -> assertThat(neighbourhood.waitingIn("town.watch")).isZero());
        assertThat(copies.timesApplied("square")).isEqualTo(1);
    }

    @Test
    void a_copy_of_the_present_version_that_is_wrong_is_set_right() {
        ConfigurableApplicationContext watch = neighbourhood.watch();
        LampCopies copies = watch.getBean(LampCopies.class);
        Lamps lamps = neighbourhood.town().getBean(Lamps.class);
        lamps.light("square", "blue");
        await().untilAsserted(() -> assertThat(copies.colourOf("square")).contains("blue"));
        neighbourhood
                .watchData()
                .sql("update lamp_copy set colour = 'not what was told'")
                .update();

        watch.getBean(Snapshots.class).ask("town");

        await().untilAsserted(() -> assertThat(copies.colourOf("square")).contains("blue"));
    }

    @Test
    void a_copy_that_is_newer_than_the_snapshot_stays() {
        ConfigurableApplicationContext watch = neighbourhood.watch();
        LampCopies copies = watch.getBean(LampCopies.class);
        Lamps lamps = neighbourhood.town().getBean(Lamps.class);
        lamps.light("square", "blue");
        await().untilAsserted(() -> assertThat(copies.colourOf("square")).contains("blue"));
        neighbourhood
                .watchData()
                .sql("update lamp_copy set colour = 'white', version = version + 1")
                .update();
        int before = copies.received().size();

        watch.getBean(Snapshots.class).ask("town");

        await().untilAsserted(() -> assertThat(copies.received()).hasSizeGreaterThan(before));
        await().untilAsserted(
                        () -> assertThat(neighbourhood.waitingIn("town.watch")).isZero());
        assertThat(copies.received().getLast().version()).isEqualTo(Version.inSnapshot(1));
        assertThat(copies.colourOf("square")).contains("white");
    }

    private long requests() {
        return neighbourhood
                .watchData()
                .sql("select count(*) from messaging.outbox where type = 'watch.snapshot.requested'")
                .query(Long.class)
                .single();
    }
}
