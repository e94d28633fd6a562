package org.bluelamp.testing.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The contracts between services, read from the module {@code contracts}.
 *
 * <p>A producer's test says that what it publishes holds: {@code Contracts.validate(type, json)}. A consumer's test
 * reads every one of {@code Contracts.examples(type)}. A service's test compares its bindings:
 * {@code assertThat(Contracts.boundBy(environment)).isEqualTo(Contracts.consumedBy("alerts"))}.
 */
public final class Contracts {

    private static final String ROOT = "contracts/";

    private Contracts() {}

    /** Every type of event that has a channel. */
    public static SortedSet<String> types() {
        SortedSet<String> types = new TreeSet<>();
        AsyncApi.read().channels().values().forEach(types::addAll);
        return types;
    }

    /**
     * The golden examples of that type, by name.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static List<Example> examples(String type) {
        List<Example> examples = Arrays.stream(resources(ROOT + "examples/" + type + "/*.json"))
                .map(resource -> new Example(type, nameOf(resource), read(resource)))
                .sorted(Comparator.comparing(Example::name))
                .toList();
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("No examples of " + type + " in the contracts");
        }
        return examples;
    }

    /**
     * Checks an event's data against the schema of its type.
     *
     * @throws AssertionError telling every fault
     * @throws IllegalArgumentException when the contracts know no such type
     */
    public static void validate(String type, String json) {
        List<Error> faults = schema(type)
                .validate(
                        json,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!faults.isEmpty()) {
            throw new AssertionError("Not a " + type + " as the contract has it:\n  "
                    + String.join("\n  ", faults.stream().map(Error::toString).toList())
                    + "\nin " + json);
        }
    }

    /** What the contract says that a service receives: event types by exchange. */
    public static SortedMap<String, Set<String>> consumedBy(String service) {
        return AsyncApi.read().operations("receive", service);
    }

    /** What the contract says that a service announces. */
    public static Set<String> publishedBy(String service) {
        return AsyncApi.read().operations("send", service).getOrDefault(service, Set.of());
    }

    /** What a service's configuration binds: routing keys by exchange. */
    public static SortedMap<String, Set<String>> boundBy(Environment environment) {
        SortedMap<String, Set<String>> bound = new TreeMap<>();
        for (String function : words(environment.getProperty("spring.cloud.function.definition", ""), ";")) {
            String binding = function + "-in-0";
            String exchange =
                    environment.getRequiredProperty("spring.cloud.stream.bindings." + binding + ".destination");
            String keys = environment.getRequiredProperty(
                    "spring.cloud.stream.rabbit.bindings." + binding + ".consumer.binding-routing-key");
            bound.computeIfAbsent(exchange, none -> new TreeSet<>()).addAll(words(keys, ","));
        }
        return bound;
    }

    /** The schema files of a folder of the contracts, by file name. */
    static SortedMap<String, String> schemas(String folder) {
        SortedMap<String, String> schemas = new TreeMap<>();
        for (Resource resource : resources(ROOT + folder + "/*.schema.json")) {
            schemas.put(String.valueOf(resource.getFilename()), read(resource));
        }
        return schemas;
    }

    /** A type is of version 1 unless its last word says otherwise. */
    static String schemaFile(String type) {
        return (type.matches(".*\\.v[0-9]+") ? type : type + ".v1") + ".schema.json";
    }

    static String file(String path) {
        return read(new PathMatchingResourcePatternResolver().getResource("classpath:" + ROOT + path));
    }

    static boolean exists(String path) {
        return new PathMatchingResourcePatternResolver()
                .getResource("classpath:" + ROOT + path)
                .exists();
    }

    private static Schema schema(String type) {
        String path = "schemas/" + schemaFile(type);
        if (!exists(path)) {
            throw new IllegalArgumentException("No schema of " + type + " in the contracts");
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file(path), InputFormat.JSON);
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource resource) {
        return String.valueOf(resource.getFilename()).replace(".json", "");
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
