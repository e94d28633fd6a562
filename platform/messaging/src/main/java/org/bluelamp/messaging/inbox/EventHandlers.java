package org.bluelamp.messaging.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bluelamp.messaging.EventHandler;

/** The handlers of a service, found by event type. */
final class EventHandlers {

    private final Map<String, EventHandler<?>> byType = new HashMap<>();
    private final Map<Pattern, EventHandler<?>> byPattern = new LinkedHashMap<>();

    /** @throws IllegalStateException when two handlers want the same type */
    EventHandlers(Collection<EventHandler<?>> handlers) {
        for (EventHandler<?> handler : handlers) {
            String type = handler.type();
            if (type.contains("*")) {
                byPattern.put(Pattern.compile(type.replace(".", "\\.").replace("*", "[^.]+")), handler);
            } else if (byType.putIfAbsent(type, handler) != null) {
                throw new IllegalStateException("Two handlers want " + type + ", as "
                        + byType.get(type).dataType().getName() + " and "
                        + handler.dataType().getName());
            }
        }
    }

    Optional<EventHandler<?>> of(String type) {
        EventHandler<?> exact = byType.get(type);
        if (exact != null) {
            return Optional.of(exact);
        }
        return byPattern.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(type).matches())
                .<EventHandler<?>>map(Map.Entry::getValue)
                .findFirst();
    }

    /** The types that handlers name in full. */
    Set<String> types() {
        return byType.keySet();
    }
}
