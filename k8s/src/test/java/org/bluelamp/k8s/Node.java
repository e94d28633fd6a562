package org.bluelamp.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A piece of YAML, read without surprises: what is not there is an empty node, and asking further stays empty.
 *
 * @param value a map, a list, a scalar, or null for nothing
 */
record Node(@Nullable Object value) {

    /** The documents of a file, those that say nothing left out. */
    static List<Node> documents(Path file) {
        try {
            return documents(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Node> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<Node> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            if (document != null) {
                documents.add(new Node(document));
            }
        }
        return documents;
    }

    /** The value under these keys, one inside the other. */
    Node at(String... keys) {
        Object here = value;
        for (String key : keys) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return new Node(here);
    }

    boolean exists() {
        return value != null;
    }

    String text() {
        return value == null ? "" : String.valueOf(value);
    }

    List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> entries.put(String.valueOf(key), new Node(one)));
        }
        return entries;
    }

    /** Labels, literals and the like. */
    Map<String, String> strings() {
        Map<String, String> strings = new LinkedHashMap<>();
        entries().forEach((key, one) -> strings.put(key, one.text()));
        return strings;
    }

    String kind() {
        return at("kind").text();
    }

    String name() {
        return at("metadata", "name").text();
    }

    /** This node and all inside it. */
    Stream<Node> all() {
        Stream<Node> inside = Stream.concat(items().stream(), entries().values().stream());
        return Stream.concat(Stream.of(this), inside.flatMap(Node::all));
    }
}
