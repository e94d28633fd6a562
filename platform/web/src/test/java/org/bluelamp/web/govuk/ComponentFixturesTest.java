package org.bluelamp.web.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders our components with the fixtures that the govuk-frontend package ships and compares with the HTML it ships
 * beside them. What is left out is named with its reason in {@code govuk-fixtures-left-out.txt}.
 */
class ComponentFixturesTest {

    private static final String FIXTURES =
            "classpath*:META-INF/resources/webjars/govuk-frontend/*/dist/govuk/components/*/fixtures.json";

    private static final List<Fixture> ALL = readFixtures();
    private static final List<LeftOut> LEFT_OUT = readLeftOut();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_component_writes_what_govuk_frontend_writes(Fixture fixture) {
        assertThat(fixture.ours()).isEqualTo(fixture.theirs());
    }

    static Stream<Fixture> a_component_writes_what_govuk_frontend_writes() {
        return ALL.stream()
                .filter(Fixture::built)
                .filter(fixture -> LEFT_OUT.stream().noneMatch(line -> line.covers(fixture)));
    }

    @Test
    void every_component_of_the_package_is_built_or_left_out_with_a_reason() {
        assertThat(ALL).as("the package ships its fixtures").hasSizeGreaterThan(600);
        assertThat(ALL)
                .filteredOn(fixture -> !fixture.built())
                .allMatch(fixture -> LEFT_OUT.stream().anyMatch(line -> line.covers(fixture)));
        assertThat(ALL).extracting(Fixture::component).containsAll(Fixtures.BUILT.keySet());
    }

    @Test
    void nothing_is_left_out_that_we_write_alike() {
        assertThat(ALL)
                .filteredOn(Fixture::built)
                .filteredOn(fixture -> LEFT_OUT.stream().anyMatch(line -> line.covers(fixture)))
                .noneMatch(fixture -> fixture.ours().equals(fixture.theirs()));
    }

    @Test
    void each_line_of_the_list_leaves_something_out_and_says_why() {
        assertThat(LEFT_OUT).allSatisfy(line -> {
            assertThat(line.reason()).isNotBlank();
            assertThat(ALL).anyMatch(line::covers);
        });
    }

    private static List<Fixture> readFixtures() {
        try {
            List<Fixture> fixtures = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FIXTURES)) {
                try (InputStream stream = file.getInputStream()) {
                    JsonNode root = JsonMapper.shared().readTree(stream);
                    String component = root.path("component").asString();
                    root.path("fixtures")
                            .forEach(one -> fixtures.add(new Fixture(
                                    component,
                                    one.path("name").asString(),
                                    new Options(one.path("options")),
                                    one.path("html").asString())));
                }
            }
            return fixtures;
        } catch (IOException e) {
            throw new IllegalStateException("The fixtures of govuk-frontend could not be read", e);
        }
    }

    /** Lines of component, fixture and reason, parted by bars; a star stands for any text. */
    private static List<LeftOut> readLeftOut() {
        try {
            return new ClassPathResource("govuk-fixtures-left-out.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 3))
                    .map(part -> new LeftOut(pattern(part[0]), pattern(part[1]), part[2].strip()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The list of fixtures left out could not be read", e);
        }
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Stream.of(text.strip().split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElseThrow());
    }

    private record LeftOut(Pattern component, Pattern fixture, String reason) {

        boolean covers(Fixture one) {
            return component.matcher(one.component()).matches()
                    && fixture.matcher(one.name()).matches();
        }
    }

    private record Fixture(String component, String name, Options options, String html) {

        boolean built() {
            return Fixtures.BUILT.containsKey(component);
        }

        String theirs() {
            return Normalised.html(html);
        }

        String ours() {
            Content content = Fixtures.BUILT.get(component).apply(options);
            StringOutput output = new StringOutput();
            new OwaspHtmlTemplateOutput(output).writeUserContent(content);
            return Normalised.html(output.toString());
        }

        @Override
        public String toString() {
            return component + ": " + name;
        }
    }
}
