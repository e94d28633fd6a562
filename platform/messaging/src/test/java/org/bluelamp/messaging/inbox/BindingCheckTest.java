package org.bluelamp.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bluelamp.messaging.Consumption;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.messaging.SnapshotSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class BindingCheckTest {

    @Test
    void bindings_and_handlers_that_agree_pass() {
        assertThatCode(() -> check(
                        List.of(townEvents("town.lamp.lit", "town.snapshot.requested")),
                        true,
                        "town.lamp.lit",
                        "*.snapshot.requested"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_bound_event_without_a_handler_keeps_the_service_from_starting() {
        assertThatThrownBy(
                        () -> check(List.of(townEvents("town.lamp.lit", "town.lamp.broken")), false, "town.lamp.lit"))
                .hasMessageContaining("town.lamp.broken is bound by townEvents-in-0 and has no EventHandler");
    }

    @Test
    void a_handler_whose_event_is_not_bound_keeps_the_service_from_starting() {
        assertThatThrownBy(
                        () -> check(List.of(townEvents("town.lamp.lit")), false, "town.lamp.lit", "town.lamp.broken"))
                .hasMessageContaining("town.lamp.broken has an EventHandler and no binding");
    }

    @Test
    void a_key_on_the_wrong_exchange_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> check(List.of(townEvents("harbour.ship.landed")), false, "harbour.ship.landed"))
                .hasMessageContaining("harbour.ship.landed is bound to the exchange town");
    }

    @Test
    void a_pattern_or_no_key_at_all_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> check(List.of(townEvents("town.#")), false)).hasMessageContaining("town.#");
        assertThatThrownBy(() -> check(List.of(townEvents()), false)).hasMessageContaining("names no events");
    }

    @Test
    void a_snapshot_that_nobody_can_ask_for_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> check(List.of(townEvents("town.lamp.lit")), true, "town.lamp.lit"))
                .hasMessageContaining("SnapshotSource");
    }

    @Test
    void two_handlers_of_one_event_keep_the_service_from_starting() {
        assertThatThrownBy(() -> check(List.of(townEvents("town.lamp.lit")), false, "town.lamp.lit", "town.lamp.lit"))
                .hasMessageContaining("Two handlers want town.lamp.lit");
    }

    private static Consumption townEvents(String... types) {
        return new Consumption("townEvents-in-0", "town", "town.watch", Set.of(types));
    }

    private static void check(List<Consumption> consumptions, boolean snapshots, String... handled) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (snapshots) {
            beans.addBean("lamps", (SnapshotSource) Stream::empty);
        }
        List<EventHandler<?>> handlers = Stream.of(handled)
                .<EventHandler<?>>map(BindingCheckTest::handler)
                .toList();
        new BindingCheck(consumptions, new EventHandlers(handlers), beans.getBeanProvider(SnapshotSource.class))
                .afterSingletonsInstantiated();
    }

    private static EventHandler<Object> handler(String type) {
        return EventHandler.projecting(type, Object.class, (data, version) -> {});
    }
}
