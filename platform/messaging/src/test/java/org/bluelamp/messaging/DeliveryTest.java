package org.bluelamp.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Town.Lamps;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    @Test
    void a_committed_change_reaches_who_listens() {
        try (Neighbourhood neighbourhood = new Neighbourhood()) {
            LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
            Lamps lamps = neighbourhood.town().getBean(Lamps.class);

            lamps.light("high-street", "blue");

            await().untilAsserted(
                            () -> assertThat(copies.colourOf("high-street")).contains("blue"));
        }
    }
}
