package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

    private static final List<String> CALLING_OUT = List.of("news", "alerts", "feedback");
    private static final String NAME = "app.kubernetes.io/name";
    private static final String CLUSTER = "cnpg.io/cluster";
    private static final Pod POSTGRESQL = new Pod(Map.of(CLUSTER, "bluelamp-postgresql"));

    /** What a restore makes beside the first one (step 2 of the runbook). */
    private static final Pod RESTORED = new Pod(Map.of(CLUSTER, "bluelamp-postgresql-2"));

    private static final Pod RABBITMQ = new Pod(Map.of(NAME, "bluelamp-rabbitmq"));
    private static final Pod KEYCLOAK = new Pod(Map.of("app", "keycloak"));

    /** A pod by its labels. */
    private record Pod(Map<String, String> labels) {

        static Pod of(String part) {
            return new Pod(Map.of(NAME, part));
        }
    }

    /** Base and the components that add what the base talks to, without those that only try things out. */
    private final List<Node> policies = Repository.manifests().stream()
            .filter(file -> !file.toString().contains("demo-mail"))
            .flatMap(file -> Node.documents(file).stream())
            .filter(object -> object.kind().equals("NetworkPolicy"))
            .toList();

    static List<String> services() {
        return Repository.SERVICES;
    }

    @Test
    void at_first_nothing_may_talk_to_anything() {
        Node first = Repository.base("NetworkPolicy", "deny-all");
        assertThat(first.at("spec", "podSelector").entries()).isEmpty();
        assertThat(first.at("spec", "policyTypes").texts()).containsExactly("Ingress", "Egress");
        assertThat(first.at("spec", "ingress").exists()
                        || first.at("spec", "egress").exists())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_gateway_reaches_a_service_and_a_service_what_it_needs(String service) {
        assertThat(mayCall(Pod.of("gateway"), Pod.of(service), 8080)).isTrue();
        assertThat(mayCall(Pod.of(service), POSTGRESQL, 5432)).isTrue();
        assertThat(mayCall(Pod.of(service), RABBITMQ, 5672)).isTrue();
        assertThat(mayCall(Pod.of(service), KEYCLOAK, 8080)).isTrue();
        assertThat(maySend(Pod.of(service), null, 53)).isTrue();
    }

    @Test
    void the_gateway_reaches_its_sessions_and_keycloak() {
        assertThat(mayCall(Pod.of("gateway"), POSTGRESQL, 5432)).isTrue();
        assertThat(mayCall(Pod.of("gateway"), KEYCLOAK, 8080)).isTrue();
        assertThat(mayReceive(new Pod(Map.of("from", "outside")), Pod.of("gateway"), 8080))
                .isTrue();
        assertThat(mayReceive(new Pod(Map.of("from", "outside")), Pod.of("gateway"), 8081))
                .isFalse();
        assertThat(mayCall(KEYCLOAK, POSTGRESQL, 5432)).isTrue();
    }

    @Test
    void keycloak_is_reached_by_those_who_check_tokens_and_in_an_overlay_by_the_entrance() {
        assertThat(mayReceive(new Pod(Map.of("from", "outside")), KEYCLOAK, 8080))
                .isFalse();
        assertThat(mayReceive(null, KEYCLOAK, 8080)).isFalse();
        assertThat(mayReceive(Pod.of("directory-import"), KEYCLOAK, 8080)).isFalse();
        assertThat(mayReceive(RABBITMQ, KEYCLOAK, 8080)).isFalse();
        assertThat(Repository.manifests().stream()
                        .flatMap(file -> Node.documents(file).stream())
                        .filter(object -> object.kind().equals("Keycloak"))
                        .map(keycloak ->
                                keycloak.at("spec", "networkPolicy", "enabled").text()))
                .as("the policy that Keycloak's operator would add lets everybody in")
                .containsExactly("false");
    }

    @Test
    void only_alerts_hands_mail_to_a_relay() {
        for (String part : Repository.PARTS) {
            assertThat(maySend(Pod.of(part), null, 587)).as(part).isEqualTo(part.equals("alerts"));
        }
        assertThat(Repository.environmentInKubernetes("alerts")).containsEntry("SMTP_PORT", "587");
    }

    @Test
    void only_news_alerts_and_feedback_call_out_to_the_web_and_not_into_private_networks() {
        for (String part : Repository.PARTS) {
            assertThat(maySend(Pod.of(part), null, 443)).as(part).isEqualTo(CALLING_OUT.contains(part));
        }
        for (String part : CALLING_OUT) {
            assertThat(Repository.base("NetworkPolicy", part).at("spec", "egress").items().stream()
                            .flatMap(rule -> rule.at("to").items().stream())
                            .filter(peer -> peer.at("ipBlock").exists())
                            .flatMap(peer -> peer.at("ipBlock", "except").texts().stream()))
                    .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
        }
    }

    @Test
    void an_import_reaches_the_database_and_nothing_else() {
        Pod imports = Pod.of("directory-import");
        assertThat(mayCall(imports, POSTGRESQL, 5432)).isTrue();
        assertThat(mayCall(imports, RABBITMQ, 5672)).isFalse();
        assertThat(mayCall(imports, Pod.of("directory"), 8080)).isFalse();
        assertThat(mayReceive(Pod.of("gateway"), imports, 8080)).isFalse();
        assertThat(maySend(imports, null, 443)).isFalse();
    }

    @Test
    void a_restored_database_is_reached_like_the_first_one_and_both_at_the_same_time() {
        for (Pod database : List.of(POSTGRESQL, RESTORED)) {
            Stream.concat(Repository.PARTS.stream(), Stream.of("directory-import"))
                    .forEach(part -> assertThat(mayCall(Pod.of(part), database, 5432))
                            .as(part)
                            .isTrue());
            assertThat(mayCall(KEYCLOAK, database, 5432)).isTrue();
            assertThat(mayCall(database, database, 5432)).isTrue();
            assertThat(mayReceive(null, database, 8000)).as("its operator").isTrue();
            assertThat(mayReceive(null, database, 9187)).as("monitoring").isTrue();
            assertThat(maySend(database, null, 443)).as("its archive").isTrue();
        }
    }

    @Test
    void no_policy_names_one_cluster_of_postgresql() {
        List<Node> about = policies.stream()
                .flatMap(Node::all)
                .filter(node -> node.at("matchLabels", CLUSTER).exists()
                        || node.at("matchExpressions").items().stream()
                                .anyMatch(expression ->
                                        expression.at("key").text().equals(CLUSTER)))
                .toList();
        assertThat(about)
                .hasSizeGreaterThan(Repository.PARTS.size())
                .allSatisfy(selector -> assertThat(selector.value())
                        .isEqualTo(Map.of("matchExpressions", List.of(Map.of("key", CLUSTER, "operator", "Exists")))));
    }

    @Test
    void monitoring_reads_postgresql_and_nobody_in_the_namespace_does() {
        assertThat(mayReceive(null, POSTGRESQL, 9187)).isTrue();
        for (String part : Repository.PARTS) {
            assertThat(mayCall(Pod.of(part), POSTGRESQL, 9187)).as(part).isFalse();
        }
    }

    @Test
    void no_service_reaches_another_and_the_gateway_no_broker() {
        for (String one : Repository.SERVICES) {
            for (String other : Repository.SERVICES) {
                assertThat(mayCall(Pod.of(one), Pod.of(other), 8080))
                        .as(one + " to " + other)
                        .isFalse();
            }
            assertThat(mayCall(Pod.of(one), Pod.of("gateway"), 8080) && maySend(Pod.of(one), Pod.of("gateway"), 8080))
                    .as(one + " to the gateway")
                    .isFalse();
            assertThat(mayReceive(new Pod(Map.of("from", "outside")), Pod.of(one), 8080))
                    .as("outside to " + one)
                    .isFalse();
        }
        assertThat(mayCall(Pod.of("gateway"), RABBITMQ, 5672)).isFalse();
        assertThat(mayCall(Pod.of("news"), RABBITMQ, 15672)).isFalse();
    }

    private boolean mayCall(Pod caller, Pod called, int port) {
        return maySend(caller, called, port) && mayReceive(caller, called, port);
    }

    private boolean maySend(Pod from, @org.jspecify.annotations.Nullable Pod to, int port) {
        return policies.stream()
                .filter(policy -> covers(policy, from))
                .flatMap(policy -> policy.at("spec", "egress").items().stream())
                .anyMatch(rule -> portIn(rule, port) && peerIn(rule.at("to"), to));
    }

    private boolean mayReceive(@org.jspecify.annotations.Nullable Pod from, Pod at, int port) {
        return policies.stream()
                .filter(policy -> covers(policy, at))
                .flatMap(policy -> policy.at("spec", "ingress").items().stream())
                .anyMatch(rule -> portIn(rule, port) && peerIn(rule.at("from"), from));
    }

    private static boolean covers(Node policy, Pod pod) {
        return selects(policy.at("spec", "podSelector"), pod);
    }

    private static boolean portIn(Node rule, int port) {
        return rule.at("ports").items().stream()
                .map(one -> one.at("port").text())
                .anyMatch(one -> one.equals(String.valueOf(port))
                        || one.equals("http") && port == 8080
                        || one.equals("management") && port == 8081);
    }

    /** A null pod is somebody outside the namespace, or the name service. */
    private static boolean peerIn(Node peers, @org.jspecify.annotations.Nullable Pod pod) {
        if (!peers.exists()) {
            return true;
        }
        return peers.items().stream()
                .anyMatch(peer -> peer.at("namespaceSelector").exists()
                                || peer.at("ipBlock").exists()
                        ? pod == null
                        : pod != null && selects(peer.at("podSelector"), pod));
    }

    private static boolean selects(Node selector, Pod pod) {
        return selector.at("matchLabels").strings().entrySet().stream()
                        .allMatch(label -> label.getValue().equals(pod.labels().get(label.getKey())))
                && selector.at("matchExpressions").items().stream()
                        .allMatch(expression -> meets(
                                expression,
                                pod.labels().get(expression.at("key").text())));
    }

    private static boolean meets(Node expression, @org.jspecify.annotations.Nullable String label) {
        return switch (expression.at("operator").text()) {
            case "Exists" -> label != null;
            case "In" -> label != null && expression.at("values").texts().contains(label);
            default -> throw new AssertionError("No policy here says " + expression);
        };
    }
}
