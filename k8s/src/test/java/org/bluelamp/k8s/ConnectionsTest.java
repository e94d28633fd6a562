package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A replica that gets no connection answers nobody; the database refuses it just when many people come. */
class ConnectionsTest {

    /** Services whose imports run as Jobs beside them, one at a time. */
    private static final List<String> IMPORTING = List.of("directory", "alerts");

    /** The operator, what reads the metrics, the followers, and what PostgreSQL keeps for its administrator. */
    private static final int OF_THE_CLUSTER = 20;

    static List<String> parts() {
        return Repository.PARTS;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void all_replicas_of_a_part_with_one_more_and_a_job_have_their_connections(String part) {
        int processes = mostReplicas(part)
                + number(Repository.base("Deployment", part).at("spec", "strategy", "rollingUpdate", "maxSurge"))
                + (IMPORTING.contains(part) ? 1 : 0);
        assertThat(processes * pool(part)).isPositive().isLessThanOrEqualTo(limit(part));
    }

    /** That it does what it says is tested in platform/service and gateway. */
    @ParameterizedTest
    @MethodSource("parts")
    void what_the_database_says_of_a_row_stays_out_of_the_logs_of_a_part(String part) {
        Node own = driver(
                Repository.ROOT.resolve(Repository.moduleOf(part)).resolve("src/main/resources/application.yaml"));
        Node shared = driver(Repository.ROOT.resolve("platform/service/src/main/resources/bluelamp-service.yaml"));
        assertThat((own.exists() || part.equals("gateway") ? own : shared).text())
                .isEqualTo("false");
    }

    private static Node driver(Path configuration) {
        return Node.documents(configuration)
                .getFirst()
                .at("spring", "datasource", "hikari", "data-source-properties.logServerErrorDetail");
    }

    @Test
    void keycloaks_instances_and_its_import_have_theirs() {
        Node keycloak = component("Keycloak", "bluelamp-keycloak").at("spec");
        int importing = Repository.containers(component("Job", "keycloak-realm")).getFirst().at("env").items().stream()
                .filter(variable -> variable.at("name").text().equals("KC_DB_POOL_MAX_SIZE"))
                .mapToInt(variable -> number(variable.at("value")))
                .findFirst()
                .orElseThrow();
        assertThat(number(keycloak.at("instances")) * number(keycloak.at("db", "poolMaxSize")) + importing)
                .isLessThanOrEqualTo(limit("keycloak"));
    }

    @Test
    void the_database_has_as_many_as_it_lets_all_of_them_hold() {
        Node cluster = component("Cluster", "bluelamp-postgresql").at("spec");
        int limits = cluster.at("managed", "roles").items().stream()
                .mapToInt(role -> number(role.at("connectionLimit")))
                .sum();
        assertThat(limits + OF_THE_CLUSTER)
                .isLessThanOrEqualTo(number(cluster.at("postgresql", "parameters", "max_connections")));
    }

    private static int mostReplicas(String part) {
        return number(component("HorizontalPodAutoscaler", part).at("spec", "maxReplicas"));
    }

    private static int limit(String role) {
        return component("Cluster", "bluelamp-postgresql").at("spec", "managed", "roles").items().stream()
                .filter(one -> one.at("name").text().equals(role))
                .mapToInt(one -> number(one.at("connectionLimit")))
                .findFirst()
                .orElseThrow();
    }

    /** What one process holds at most. */
    private static int pool(String part) {
        Path own = Repository.ROOT.resolve(Repository.moduleOf(part)).resolve("src/main/resources/application.yaml");
        Path shared = Repository.ROOT.resolve("platform/service/src/main/resources/bluelamp-service.yaml");
        Node size = pool(own);
        return number(size.exists() ? size : pool(shared));
    }

    private static Node pool(Path configuration) {
        return Node.documents(configuration).getFirst().at("spring", "datasource", "hikari", "maximum-pool-size");
    }

    private static Node component(String kind, String name) {
        return Repository.manifests().stream()
                .filter(file -> file.startsWith(Repository.K8S.resolve("components")))
                .flatMap(file -> Node.documents(file).stream())
                .filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int number(Node node) {
        return Integer.parseInt(node.text());
    }
}
