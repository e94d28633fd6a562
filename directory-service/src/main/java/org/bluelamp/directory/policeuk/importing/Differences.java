package org.bluelamp.directory.policeuk.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** In what two states of the same things differ, a line for each value. */
final class Differences {

    private static final int LONGEST = 120;

    private Differences() {}

    /** @param before by what each is called; what is not among it is new */
    static List<String> between(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        List<String> lines = new ArrayList<>();
        after.forEach((what, now) -> {
            Map<String, String> held = values(before.getOrDefault(what, MissingNode.getInstance()));
            Map<String, String> told = values(now);
            Set<String> places = new LinkedHashSet<>(held.keySet());
            places.addAll(told.keySet());
            for (String place : places) {
                String was = held.get(place);
                String is = told.get(place);
                if (!Objects.equals(was, is)) {
                    lines.add(line(place.isEmpty() ? what : what + ", " + place, was, is));
                }
            }
        });
        return lines;
    }

    private static String line(String what, @Nullable String was, @Nullable String is) {
        if (was == null) {
            return what + ": new, " + is;
        }
        return what + ": " + was + (is == null ? " is gone" : " becomes " + is);
    }

    private static Map<String, String> values(JsonNode of) {
        Map<String, String> values = new LinkedHashMap<>();
        add("", of, values);
        return values;
    }

    private static void add(String place, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> add(
                            place.isEmpty() ? field.getKey() : place + "." + field.getKey(), field.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add((place.isEmpty() ? "" : place + " ") + (i + 1), node.get(i), values);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            String text = node.asString().replaceAll("\\s+", " ");
            values.put(place, text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
        }
    }
}
