package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentTest {

    private static final String SECRET = ".*(PASSWORD|SECRET|_KEY|_KEYS|_USER)";

    static List<String> parts() {
        return Repository.PARTS;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void kubernetes_sets_what_a_part_reads_and_nothing_else(String part) {
        assertThat(Repository.environmentInKubernetes(part).keySet())
                .containsExactlyInAnyOrderElementsOf(Repository.variablesReadBy(part));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void compose_sets_what_a_part_reads_and_nothing_else(String part) {
        assertThat(Repository.compose()
                        .at("services", part, "environment")
                        .entries()
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(Repository.variablesReadBy(part));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void what_is_secret_comes_from_a_secret_and_nothing_else_does(String part) {
        Repository.environmentInKubernetes(part)
                .forEach((name, value) ->
                        assertThat(value.startsWith("secret:")).as(name).isEqualTo(name.matches(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_signs_in_to_its_own_database_as_itself(String part) {
        Map<String, String> kubernetes = Repository.environmentInKubernetes(part);
        assertThat(kubernetes.get("DATABASE_URL")).endsWith(":5432/" + part);
        assertThat(kubernetes.get("DATABASE_USER")).isEqualTo("secret:" + part + "-database/username");
        assertThat(kubernetes.get("DATABASE_PASSWORD")).isEqualTo("secret:" + part + "-database/password");
        Map<String, String> compose =
                Repository.compose().at("services", part, "environment").strings();
        assertThat(compose.get("DATABASE_URL")).isEqualTo("jdbc:postgresql://postgres:5432/" + part);
        assertThat(compose.get("DATABASE_USER")).isEqualTo(part);
    }

    @Test
    void every_secret_that_is_asked_for_is_in_the_instructions() {
        String instructions = Repository.read(Repository.K8S.resolve("README.md"));
        Set<String> named = Repository.manifests().stream()
                .flatMap(file -> Node.documents(file).stream())
                .flatMap(Node::all)
                .filter(node -> node.at("secretKeyRef").exists())
                .map(node -> node.at("secretKeyRef", "name").text())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(instructions)
                        .as("the README tells how to make it")
                        .containsAnyOf(
                                " " + secret + " ", "`" + secret + "`", secret.replaceFirst("^[a-z]+-", "\\$part-")));
    }

    @Test
    void databases_are_made_for_every_part_and_keycloak() {
        String script = Repository.read(Repository.ROOT.resolve("docker/databases.sh"));
        assertThat(script).contains("for part in " + String.join(" ", Repository.PARTS) + " keycloak; do");
        Node cluster = Repository.manifests().stream()
                .flatMap(file -> Node.documents(file).stream())
                .filter(object -> object.kind().equals("Cluster"))
                .findFirst()
                .orElseThrow();
        assertThat(cluster.at("spec", "managed", "roles").items().stream()
                        .map(role -> role.at("name").text()))
                .containsAll(Repository.PARTS)
                .contains("keycloak");
    }
}
