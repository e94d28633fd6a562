package org.bluelamp.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bluelamp.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that name tests for what they promise name tests that are there. */
class NamedTestsTest {

    private static final Set<String> BUILT = Set.of("target", ".git", "node_modules");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Journey))(?:\\.(\\w+))?`");

    private final Path root = Checkout.folder();

    @ParameterizedTest
    @ValueSource(strings = {"docs/guarantees.md", "platform/messaging/README.md"})
    void a_test_that_is_named_is_there(String document) throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = NAMED.matcher(Files.readString(root.resolve(document)))
                .results()
                .filter(named -> !tests.getOrDefault(named.group(1), "")
                        .contains(named.group(2) == null ? "class " : "void " + named.group(2) + "("))
                .map(named -> named.group())
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void every_promise_names_a_test() throws IOException {
        List<String> promises = Files.readAllLines(root.resolve("docs/guarantees.md")).stream()
                .filter(line -> line.startsWith("| G"))
                .toList();
        assertThat(promises)
                .hasSizeGreaterThan(10)
                .allMatch(line -> NAMED.matcher(line).results().anyMatch(named -> named.group(2) != null));
    }

    /** The source of every test class by its name; classes of one name in several modules together. */
    private Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return BUILT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (name.endsWith(".java") && file.toString().contains("/src/test/java/")) {
                    tests.merge(name.replace(".java", ""), Files.readString(file), String::concat);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return tests;
    }
}
