package org.bluelamp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks through the templates of every module for what the content security policy would stop in the browser. */
class TemplatesTest {

    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|<style|\\sstyle=[\"']|\\son[a-z]+=[\"']|[\"']javascript:",
            Pattern.CASE_INSENSITIVE);

    /** A mail has no policy and no style sheet beside it. */
    private static final List<Path> MAILS = List.of(Path.of("alerts", "mail.jte"));

    @Test
    void no_page_holds_script_or_style_of_its_own() throws IOException {
        List<Path> templates = templates();

        assertThat(templates).as("templates of all modules").hasSizeGreaterThan(50);
        assertThat(templates)
                .filteredOn(template -> MAILS.stream().noneMatch(template::endsWith))
                .allSatisfy(template -> assertThat(Files.readString(template)).doesNotContainPattern(INLINE));
    }

    private static List<Path> templates() throws IOException {
        List<Path> templates = new ArrayList<>();
        for (Path parent : List.of(root(), root().resolve("platform"))) {
            try (DirectoryStream<Path> modules = Files.newDirectoryStream(parent, Files::isDirectory)) {
                for (Path module : modules) {
                    templates.addAll(templatesOf(module.resolve(Path.of("src", "main", "jte"))));
                }
            }
        }
        return templates;
    }

    private static List<Path> templatesOf(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    /** The checkout: the folder above this module that Maven builds as a whole. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        do {
            folder = Objects.requireNonNull(folder.getParent(), "no checkout around this module");
        } while (!Files.exists(folder.resolve("pom.xml")));
        return folder;
    }
}
