package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KustomizationTest {

    static List<Path> manifests() {
        return Repository.manifests();
    }

    static List<Path> kustomizations() {
        return manifests().stream()
                .filter(file -> file.endsWith("kustomization.yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void every_file_is_yaml_without_a_key_said_twice(Path file) {
        assertThatCode(() -> assertThat(Node.documents(file)).isNotEmpty()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void what_a_kustomization_names_exists_and_nothing_beside_it_is_forgotten(Path file) {
        Path folder = file.getParent();
        Set<Path> named = named(file);
        assertThat(named).allMatch(Files::exists);
        assertThat(Repository.files(folder, ".yaml")
                        .filter(beside -> beside.getParent().equals(folder) && !beside.equals(file))
                        .toList())
                .isSubsetOf(named);
    }

    @Test
    void every_folder_of_the_base_is_part_of_it_and_every_component_is_used() {
        Set<Path> used =
                kustomizations().stream().flatMap(file -> named(file).stream()).collect(Collectors.toSet());
        assertThat(kustomizations().stream()
                        .map(Path::getParent)
                        .filter(folder -> !folder.getParent().endsWith("overlays"))
                        .toList())
                .isSubsetOf(used);
    }

    @Test
    void every_component_and_overlay_says_what_it_is_for() {
        assertThat(kustomizations().stream()
                        .map(Path::getParent)
                        .filter(folder -> !folder.startsWith(Repository.K8S.resolve("base")))
                        .map(folder -> folder.resolve("README.md")))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void an_overlay_only_merges_settings_that_the_base_knows(Path file) {
        for (Node map : Node.documents(file).getFirst().at("configMapGenerator").items()) {
            if (map.at("behavior").text().equals("merge")) {
                assertThat(Repository.configMap(map.at("name").text()).keySet())
                        .containsAll(map.at("literals").texts().stream()
                                .map(literal -> literal.substring(0, literal.indexOf('=')))
                                .toList());
            }
        }
    }

    @Test
    void no_file_holds_a_secret() {
        assertThat(manifests().stream()
                        .flatMap(file -> Node.documents(file).stream())
                        .map(Node::kind))
                .doesNotContain("Secret");
        assertThat(manifests().stream()
                        .flatMap(file -> Node.documents(file).stream())
                        .flatMap(Node::all)
                        .filter(node -> node.at("name").text().matches(".*(PASSWORD|SECRET|KEYS?|USER)$"))
                        .filter(node -> node.at("value").exists()))
                .isEmpty();
        assertThat(kustomizations().stream()
                        .flatMap(file -> Node.documents(file).stream())
                        .filter(node -> node.at("secretGenerator").exists()))
                .isEmpty();
    }

    private static Set<Path> named(Path kustomization) {
        Node node = Node.documents(kustomization).getFirst();
        Stream<String> patches = node.at("patches").items().stream()
                .map(patch -> patch.at("path").text());
        return Stream.concat(
                        Stream.of("resources", "components").flatMap(list -> node.at(list).texts().stream()), patches)
                .filter(name -> !name.isEmpty())
                .map(name -> kustomization.getParent().resolve(name).normalize())
                .collect(Collectors.toSet());
    }
}
