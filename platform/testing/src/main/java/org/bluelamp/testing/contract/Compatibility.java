package org.bluelamp.testing.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What may change between a released schema and the same version of it now: words, and fields that are added and not
 * required. Everything else would surprise a consumer that was built earlier, or refuse an event that still waits in a
 * queue.
 */
final class Compatibility {

    private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples");

    private final List<String> faults = new ArrayList<>();

    private Compatibility() {}

    /** Every way in which the present schema breaks the released one; empty when it does not. */
    static List<String> faults(JsonNode released, JsonNode present) {
        Compatibility comparison = new Compatibility();
        comparison.compare("", released, present);
        return comparison.faults;
    }

    private void compare(String path, JsonNode released, JsonNode present) {
        Set<String> keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(present.propertyNames());
        keywords.removeAll(WORDS);
        for (String keyword : keywords) {
            JsonNode before = released.path(keyword);
            JsonNode now = present.path(keyword);
            switch (keyword) {
                case "properties", "$defs" -> compareNamed(path, before, now);
                case "items" -> compare(path + "[]", before, now);
                case "required", "type", "enum" -> {
                    if (!asSet(before).equals(asSet(now))) {
                        fault(path, keyword, before, now);
                    }
                }
                case "anyOf" -> compareAlternatives(path, before, now);
                default -> {
                    if (!before.equals(now)) {
                        fault(path, keyword, before, now);
                    }
                }
            }
        }
    }

    private void compareNamed(String path, JsonNode released, JsonNode present) {
        released.propertyStream().forEach(property -> {
            String field = path + "/" + property.getKey();
            if (present.has(property.getKey())) {
                compare(field, property.getValue(), present.get(property.getKey()));
            } else {
                faults.add(field + " was removed");
            }
        });
    }

    private void compareAlternatives(String path, JsonNode released, JsonNode present) {
        if (released.size() != present.size()) {
            fault(path, "anyOf", released, present);
            return;
        }
        for (int i = 0; i < released.size(); i++) {
            compare(path + "(" + i + ")", released.get(i), present.get(i));
        }
    }

    private void fault(String path, String keyword, JsonNode before, JsonNode now) {
        faults.add((path.isEmpty() ? "/" : path) + ": " + keyword + " was " + before + " and is " + now);
    }

    private static Set<JsonNode> asSet(JsonNode node) {
        return node.isArray() ? Set.copyOf(node.valueStream().toList()) : Set.of(node);
    }
}
