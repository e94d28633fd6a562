package org.bluelamp.messaging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * One queue that a service consumes, as its configuration states it.
 *
 * @param binding the name of the binding
 * @param source the producing service, which is the exchange
 * @param queue the durable queue
 * @param types the bound routing keys, which are event types
 */
public record Consumption(String binding, String source, String queue, Set<String> types) {

    private static final String SUFFIX = "-in-0";

    public Consumption {
        types = Set.copyOf(types);
    }

    /** The queue of messages that could not be handled. */
    public String deadLetterQueue() {
        return queue + ".dlq";
    }

    /** The queues that the service of this configuration consumes, by binding name. */
    public static List<Consumption> of(Environment environment) {
        String service = environment.getRequiredProperty("spring.application.name");
        return words(environment.getProperty("spring.cloud.function.definition"), ";")
                .map(function -> of(environment, service, function + SUFFIX))
                .sorted(Comparator.comparing(Consumption::binding))
                .toList();
    }

    private static Consumption of(Environment environment, String service, String binding) {
        String source = environment.getProperty("spring.cloud.stream.bindings." + binding + ".destination", binding);
        String group = environment.getProperty("spring.cloud.stream.bindings." + binding + ".group", service);
        String keys = environment.getProperty(
                "spring.cloud.stream.rabbit.bindings." + binding + ".consumer.binding-routing-key");
        return new Consumption(
                binding, source, source + "." + group, words(keys, ",").collect(Collectors.toSet()));
    }

    private static Stream<String> words(@Nullable String text, String separator) {
        return Arrays.stream((text == null ? "" : text).split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }
}
