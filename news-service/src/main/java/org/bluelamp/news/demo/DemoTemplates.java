package org.bluelamp.news.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.template.Pattern;
import org.bluelamp.news.template.Templates;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Keeps the demo templates, from files like those of the demo articles. One that is there already is left alone. */
@Component
@ConditionalOnBooleanProperty("bluelamp.demo-data")
class DemoTemplates implements ApplicationRunner {

    private static final String FILES = "classpath*:demo/templates/*.md";

    private static final StaffMember EDITOR =
            new StaffMember("demo-data", "Demo data", Set.of(Role.EDITOR), Set.of(new AreaCode("hertfordshire")));

    private final Templates templates;

    DemoTemplates(Templates templates) {
        this.templates = templates;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            String name = Objects.requireNonNull(file.getFilename());
            templates.add(
                    EDITOR,
                    UUID.nameUUIDFromBytes(("demo template " + name).getBytes(StandardCharsets.UTF_8)),
                    parse(file.getContentAsString(StandardCharsets.UTF_8)));
        }
    }

    private static Pattern parse(String file) {
        String[] parts = file.split("\n---\n", 2);
        Map<String, String> values = new HashMap<>();
        parts[0].lines().forEach(line -> {
            int colon = line.indexOf(':');
            values.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return new Pattern(
                new AreaCode(values.getOrDefault("area", "")),
                values.getOrDefault("name", ""),
                ArticleKind.of(values.getOrDefault("kind", "")).orElseThrow(),
                values.getOrDefault("title", ""),
                values.getOrDefault("summary", ""),
                parts[1],
                Arrays.stream(values.getOrDefault("topics", "").split(","))
                        .map(code -> Topic.of(code.strip()).orElseThrow())
                        .collect(Collectors.toSet()),
                values.getOrDefault("contact", ""));
    }
}
