package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

    private final Node compose = Repository.compose();

    static List<String> parts() {
        return Repository.PARTS;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_is_built_from_its_module_by_the_one_recipe(String part) {
        Node service = compose.at("services", part);
        String module = service.at("build", "args", "MODULE").text();
        assertThat(module).isEqualTo(Repository.moduleOf(part));
        assertThat(Files.exists(Repository.ROOT.resolve(module).resolve("pom.xml")))
                .isTrue();
        assertThat(service.at("image").text()).isEqualTo("bluelamp/" + module);
        assertThat(service.at("read_only").text()).isEqualTo("true");
        assertThat(service.at("cap_drop").texts()).containsExactly("ALL");
    }

    @Test
    void what_is_reached_from_the_machine_is_reached_from_this_machine_only() {
        assertThat(compose.at("services").entries().values().stream()
                        .flatMap(service -> service.at("ports").texts().stream()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void every_container_tells_whether_it_is_ready_and_waits_for_what_can_tell() {
        Map<String, Node> services = compose.at("services").entries();
        services.forEach((name, service) -> {
            assertThat(service.at("healthcheck", "test").items()).as(name).isNotEmpty();
            service.at("depends_on").entries().forEach((needed, condition) -> {
                assertThat(services).containsKey(needed);
                assertThat(condition.at("condition").text()).isEqualTo("service_healthy");
            });
        });
        assertThat(compose.at("services", "gateway", "depends_on").entries().keySet())
                .as("without one service the others' pages still answer")
                .doesNotContainAnyElementsOf(Repository.SERVICES);
    }

    @Test
    void the_gateway_knows_every_service_by_its_name() {
        Map<String, String> gateway =
                compose.at("services", "gateway", "environment").strings();
        for (String service : Repository.SERVICES) {
            assertThat(gateway)
                    .containsEntry(service.toUpperCase(java.util.Locale.ROOT) + "_URL", "http://" + service + ":8080");
        }
    }

    @Test
    void every_variable_from_outside_is_in_the_example_which_holds_no_secret() {
        Set<String> used = new TreeSet<>();
        Matcher variable = Pattern.compile("\\$\\{([A-Z_]+)")
                .matcher(Repository.read(Repository.ROOT.resolve("docker-compose.yml")));
        while (variable.find()) {
            used.add(variable.group(1));
        }
        Map<String, String> example = assignments(Repository.read(Repository.ROOT.resolve(".env.example")));
        assertThat(example.keySet()).containsExactlyInAnyOrderElementsOf(used);
        example.remove("DEMO_DATA");
        assertThat(example.values()).containsOnly("");
    }

    @Test
    void what_looks_like_a_secret_comes_from_outside() {
        compose.at("services")
                .entries()
                .forEach((name, service) -> service.at("environment").strings().forEach((variable, value) -> {
                    if (variable.matches(".*(PASSWORD|PASS|SECRET|_KEYS?)$")) {
                        assertThat(value.isEmpty() || value.startsWith("${"))
                                .as(variable)
                                .isTrue();
                    }
                }));
    }

    @Test
    void files_and_volumes_that_are_named_exist() {
        compose.at("configs")
                .entries()
                .values()
                .forEach(config -> assertThat(
                                Repository.ROOT.resolve(config.at("file").text()))
                        .isRegularFile());
        compose.at("services").entries().values().stream()
                .flatMap(service -> service.at("configs").items().stream())
                .forEach(config -> assertThat(compose.at("configs").entries())
                        .containsKey(config.at("source").text()));
        compose.at("services").entries().values().stream()
                .flatMap(service -> service.at("volumes").texts().stream())
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .forEach(source -> {
                    if (source.startsWith("./")) {
                        assertThat(Repository.ROOT.resolve(source)).exists();
                    } else {
                        assertThat(compose.at("volumes").entries()).containsKey(source);
                    }
                });
    }

    @Test
    void compose_and_kubernetes_run_the_same_versions() {
        Map<String, String> manifests = new TreeMap<>();
        Repository.manifests().stream()
                .flatMap(file -> Node.documents(file).stream())
                .flatMap(Node::all)
                .flatMap(node -> java.util.stream.Stream.of(
                        node.at("image").text(), node.at("imageName").text()))
                .filter(image -> image.contains(":"))
                .map(image -> image.substring(image.lastIndexOf('/') + 1).replace("postgresql:", "postgres:"))
                .forEach(image -> manifests.put(
                        image.substring(0, image.indexOf(':')),
                        image.substring(image.indexOf(':') + 1).replace("-management", "")));
        compose.at("services").entries().values().stream()
                .map(service -> service.at("image").text())
                .filter(image -> image.contains(":"))
                .map(image -> image.substring(image.lastIndexOf('/') + 1))
                .forEach(image -> assertThat(manifests)
                        .containsEntry(
                                image.substring(0, image.indexOf(':')), image.substring(image.indexOf(':') + 1)));
        assertThat(Repository.read(Repository.ROOT.resolve("pom.xml")))
                .contains("<keycloak.version>" + manifests.get("keycloak") + ".");
    }

    private static Map<String, String> assignments(String text) {
        Map<String, String> assignments = new TreeMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .forEach(line ->
                        assignments.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return assignments;
    }
}
