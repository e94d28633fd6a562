package org.bluelamp.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document {@code asyncapi.yaml}, as far as tests ask of it. */
record AsyncApi(Map<String, Object> document) {

    static AsyncApi read() {
        return new AsyncApi(new Yaml(new SafeConstructor(new LoaderOptions())).load(Contracts.file("asyncapi.yaml")));
    }

    /** Event types by channel. */
    SortedMap<String, Set<String>> channels() {
        SortedMap<String, Set<String>> channels = new TreeMap<>();
        map(document, "channels")
                .forEach((name, channel) -> channels.put(
                        name, new TreeSet<>(map(asMap(channel), "messages").keySet())));
        return channels;
    }

    /** Event types by channel that a service sends or receives. */
    SortedMap<String, Set<String>> operations(String action, String service) {
        SortedMap<String, Set<String>> types = new TreeMap<>();
        for (Object each : map(document, "operations").values()) {
            Map<String, Object> operation = asMap(each);
            if (action.equals(operation.get("action")) && service.equals(operation.get("x-service"))) {
                String channel = lastStep(map(operation, "channel"));
                list(operation, "messages")
                        .forEach(message -> types.computeIfAbsent(channel, none -> new TreeSet<>())
                                .add(lastStep(asMap(message))));
            }
        }
        return types;
    }

    /** The services that operations name. */
    Set<String> services() {
        Set<String> services = new TreeSet<>();
        map(document, "operations")
                .values()
                .forEach(each -> services.add(String.valueOf(asMap(each).get("x-service"))));
        return services;
    }

    /** Every {@code $ref} in the document. */
    List<String> references() {
        List<String> references = new ArrayList<>();
        collect(document, references);
        return references;
    }

    /** What a reference within the document leads to, or null. */
    @Nullable
    Object resolve(String reference) {
        Object found = document;
        for (String step : reference.substring(2).split("/")) {
            found = found instanceof Map<?, ?> map
                    ? map.get(step.replace("~1", "/").replace("~0", "~"))
                    : null;
        }
        return found;
    }

    private static void collect(@Nullable Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if ("$ref".equals(key)) {
                    references.add(String.valueOf(value));
                } else {
                    collect(value, references);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(each -> collect(each, references));
        }
    }

    private static String lastStep(Map<String, Object> reference) {
        String target = String.valueOf(reference.get("$ref"));
        return target.substring(target.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(parent.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalStateException("Not a mapping in asyncapi.yaml: " + value);
    }

    private static List<?> list(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof List<?> list ? list : List.of();
    }
}
