package org.bluelamp.messaging.example;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bluelamp.messaging.Event;
import org.bluelamp.messaging.EventDispatcher;
import org.bluelamp.messaging.EventHandler;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;

/** The consuming service: it keeps a copy of the town's lamps. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Watch {

    /** A lamp as the watch understands it. */
    public record SeenLamp(String code, String colour) {}

    /** The copy of the town's lamps; colours it dislikes make it throw. */
    public static class LampCopies implements EventHandler<SeenLamp> {

        private final JdbcClient jdbc;
        private final Set<String> disliked = ConcurrentHashMap.newKeySet();
        private final List<Event<SeenLamp>> received = new CopyOnWriteArrayList<>();
        private final List<String> traces = new CopyOnWriteArrayList<>();

        LampCopies(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String type() {
            return Town.LIT;
        }

        @Override
        public Class<SeenLamp> dataType() {
            return SeenLamp.class;
        }

        @Override
        public void on(Event<SeenLamp> event) {
            received.add(event);
            traces.add(String.valueOf(MDC.get("traceId")));
            jdbc.sql("""
                    insert into lamp_copy as held (code, colour, version) values (?, ?, ?)
                    on conflict (code) do update
                      set colour = excluded.colour, version = excluded.version,
                          applied = held.applied + case
                              when (held.colour, held.version) = (excluded.colour, excluded.version) then 0 else 1 end
                      where held.version <= ?
                    """)
                    .param(event.data().code())
                    .param(event.data().colour())
                    .param(event.version().number())
                    .param(event.version().replaces())
                    .update();
            if (disliked.contains(event.data().colour())) {
                throw new IllegalStateException(
                        "Nobody can look at " + event.data().colour());
            }
        }

        /** From now on, events of that colour fail. */
        public void dislike(String colour) {
            disliked.add(colour);
        }

        /** From now on, every colour will do. */
        public void bearAll() {
            disliked.clear();
        }

        /** Every call of the handler, also those that were rolled back. */
        public List<Event<SeenLamp>> received() {
            return received;
        }

        /** The trace that log lines of each call name. */
        public List<String> traces() {
            return traces;
        }

        /** The colour that the copy holds. */
        public Optional<String> colourOf(String code) {
            return jdbc.sql("select colour from lamp_copy where code = ?")
                    .param(code)
                    .query(String.class)
                    .optional();
        }

        /** How often the copy was changed. */
        public int timesApplied(String code) {
            return jdbc.sql("select applied from lamp_copy where code = ?")
                    .param(code)
                    .query(Integer.class)
                    .single();
        }

        /** How many lamps the copy holds. */
        public long count() {
            return jdbc.sql("select count(*) from lamp_copy").query(Long.class).single();
        }
    }

    @Bean
    LampCopies lampCopies(JdbcClient jdbc) {
        return new LampCopies(jdbc);
    }

    @Bean
    Consumer<Message<byte[]>> townEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }
}
