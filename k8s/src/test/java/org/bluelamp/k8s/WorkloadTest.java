package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    private static final String NAME = "app.kubernetes.io/name";

    /** The port that only the gateway has, because only the gateway is reached from outside. */
    private static final String MANAGEMENT = ", {name=management, containerPort=8081}";

    static List<String> parts() {
        return Repository.PARTS;
    }

    /** Everything that runs containers of ours or of the components. */
    static List<Node> workloads() {
        return Repository.manifests().stream()
                .flatMap(file -> Node.documents(file).stream())
                .filter(object -> List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob")
                        .contains(object.kind()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void every_container_is_hardened(Node workload) {
        assertHardened(workload);
    }

    static void assertHardened(Node workload) {
        Node pod = Repository.podOf(workload);
        assertThat(pod.at("automountServiceAccountToken").text()).isEqualTo("false");
        assertThat(pod.at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
        assertThat(Long.parseLong(pod.at("securityContext", "runAsUser").text()))
                .isPositive();
        assertThat(pod.at("securityContext", "seccompProfile", "type").text()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("hostNetwork").exists()
                        || pod.at("hostPID").exists()
                        || pod.at("hostIPC").exists())
                .isFalse();
        assertThat(pod.at("volumes").items())
                .noneMatch(volume -> volume.at("hostPath").exists());
        assertThat(Repository.containers(workload)).isNotEmpty().allSatisfy(container -> {
            Node security = container.at("securityContext");
            assertThat(security.at("allowPrivilegeEscalation").text()).isEqualTo("false");
            assertThat(security.at("privileged").text()).isNotEqualTo("true");
            assertThat(security.at("capabilities", "drop").texts()).containsExactly("ALL");
            assertThat(security.at("capabilities", "add").exists()).isFalse();
            // Keycloak rebuilds itself in its own folder before an import; the manifest says so.
            assertThat(security.at("readOnlyRootFilesystem").text())
                    .isEqualTo(workload.name().equals("keycloak-realm") ? "false" : "true");
            assertThat(container.at("resources", "requests", "cpu").text()).isNotEmpty();
            assertThat(container.at("resources", "requests", "memory").text()).isNotEmpty();
            assertThat(container.at("resources", "limits", "memory").text()).isNotEmpty();
            assertThat(container.at("image").text()).isNotEmpty().doesNotEndWith(":latest");
        });
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_has_a_deployment_with_all_that_stands_beside_it(String part) {
        Node deployment = Repository.base("Deployment", part);
        Map<String, String> labels =
                deployment.at("spec", "template", "metadata", "labels").strings();
        assertThat(labels).containsEntry(NAME, part);
        assertThat(deployment.at("spec", "selector", "matchLabels").strings()).containsExactly(Map.entry(NAME, part));
        assertThat(Repository.podOf(deployment).at("serviceAccountName").text()).isEqualTo(part);
        assertThat(Repository.base("ServiceAccount", part)
                        .at("automountServiceAccountToken")
                        .text())
                .isEqualTo("false");
        assertThat(Repository.base("Service", part).at("spec", "selector").strings())
                .containsExactly(Map.entry(NAME, part));
        assertThat(Repository.base("PodDisruptionBudget", part)
                        .at("spec", "selector", "matchLabels")
                        .strings())
                .containsExactly(Map.entry(NAME, part));
        assertThat(Repository.podOf(deployment).at("topologySpreadConstraints").items())
                .hasSize(2)
                .allSatisfy(spread -> assertThat(
                                spread.at("labelSelector", "matchLabels").strings())
                        .containsExactly(Map.entry(NAME, part)));
        assertThat(Repository.containers(deployment))
                .singleElement()
                .satisfies(container ->
                        assertThat(container.at("image").text()).isEqualTo("bluelamp/" + Repository.moduleOf(part)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void ports_agree_from_the_variable_to_the_service(String part) {
        Node container =
                Repository.containers(Repository.base("Deployment", part)).getFirst();
        Node port = container.at("ports").items().getFirst();
        assertThat(port.at("name").text()).isEqualTo("http");
        assertThat(port.at("containerPort").text())
                .isEqualTo(Repository.environmentInKubernetes(part).get("PORT"));
        Node service =
                Repository.base("Service", part).at("spec", "ports").items().getFirst();
        assertThat(service.at("targetPort").text()).isEqualTo("http");
        assertThat(service.at("port").text()).isEqualTo("8080");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void start_life_and_readiness_are_asked_apart(String part) {
        Node container =
                Repository.containers(Repository.base("Deployment", part)).getFirst();
        assertThat(container.at("startupProbe", "httpGet", "path").text()).isEqualTo("/actuator/health/liveness");
        assertThat(container.at("livenessProbe", "httpGet", "path").text()).isEqualTo("/actuator/health/liveness");
        assertThat(container.at("readinessProbe", "httpGet", "path").text()).isEqualTo("/actuator/health/readiness");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.at(probe, "httpGet", "port").text())
                    .isEqualTo(part.equals("gateway") ? "management" : "http");
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_start_may_last_as_long_as_migrations_of_a_countys_tables_while_the_release_before_answers(String part) {
        Node deployment = Repository.base("Deployment", part);
        Node startup = Repository.containers(deployment).getFirst().at("startupProbe");
        int longest = number(startup.at("periodSeconds")) * number(startup.at("failureThreshold"));
        assertThat(longest).isGreaterThanOrEqualTo(30 * 60);
        assertThat(number(deployment.at("spec", "progressDeadlineSeconds")))
                .as("the roll-out is not called failed before that")
                .isGreaterThan(longest);
        assertThat(deployment
                        .at("spec", "strategy", "rollingUpdate", "maxSurge")
                        .text())
                .isEqualTo("1");
        assertThat(deployment
                        .at("spec", "strategy", "rollingUpdate", "maxUnavailable")
                        .text())
                .isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_pod_has_time_to_finish_what_is_under_way(String part) {
        Node deployment = Repository.base("Deployment", part);
        int pause = number(Repository.containers(deployment).getFirst().at("lifecycle", "preStop", "sleep", "seconds"));
        // spring.lifecycle.timeout-per-shutdown-phase
        int shutdown = 20;
        assertThat(number(Repository.podOf(deployment).at("terminationGracePeriodSeconds")))
                .isGreaterThanOrEqualTo(pause + shutdown + 5);
        assertThat(deployment
                        .at("spec", "strategy", "rollingUpdate", "maxUnavailable")
                        .text())
                .isEqualTo("0");
    }

    /** Half as much again is for what is made of an upload while it is read. */
    @ParameterizedTest
    @ValueSource(strings = {"directory", "news", "feedback"})
    void what_is_uploaded_at_once_fits_onto_the_disk(String part) {
        Node requests = Node.documents(Repository.ROOT
                        .resolve(Repository.moduleOf(part))
                        .resolve("src/main/resources/application.yaml"))
                .getFirst()
                .at("bluelamp.requests");
        int atOnce = requests.at("uploads-at-once").exists()
                ? Integer.parseInt(requests.at("uploads-at-once").text())
                : 2;
        String disk = Repository.podOf(Repository.base("Deployment", part)).at("volumes").items().stream()
                .filter(volume -> volume.at("name").text().equals("tmp"))
                .map(volume -> volume.at("emptyDir", "sizeLimit").text())
                .findFirst()
                .orElseThrow();
        assertThat(requests.at("uploads").text()).isNotEmpty();
        assertThat(Integer.parseInt(disk.replace("Mi", "")))
                .isGreaterThanOrEqualTo(atOnce
                        * Integer.parseInt(requests.at("longest-upload").text().replace("MB", ""))
                        * 3
                        / 2);
    }

    @Test
    void the_deployments_differ_only_in_what_they_must() {
        Map<String, String> shapes = new TreeMap<>();
        for (String part : Repository.PARTS) {
            Node deployment = Repository.base("Deployment", part);
            shapes.put(
                    part,
                    deployment
                            .text()
                            .replaceAll("envFrom=\\[.*?\\], (env=\\[.*?\\], )?securityContext", "securityContext")
                            .replaceAll("sizeLimit=\\w+", "sizeLimit")
                            .replaceAll("resources=\\{.*?\\}\\}", "resources")
                            .replace(MANAGEMENT, "")
                            .replace("port=management", "port=http")
                            .replaceAll("\\b" + part + "(-service)?\\b", "PART"));
        }
        assertThat(shapes.values().stream().distinct()).hasSize(1);
    }

    @Test
    void what_the_gateway_tells_of_itself_is_at_a_port_that_no_service_leads_to() {
        Node management = Repository.containers(Repository.base("Deployment", "gateway"))
                .getFirst()
                .at("ports")
                .items()
                .getLast();
        assertThat(management.at("name").text()).isEqualTo("management");
        assertThat(management.at("containerPort").text())
                .isEqualTo(Repository.environmentInKubernetes("gateway").get("MANAGEMENT_PORT"))
                .isNotEqualTo(Repository.environmentInKubernetes("gateway").get("PORT"));
        assertThat(Repository.base("Service", "gateway").at("spec", "ports").items())
                .singleElement()
                .satisfies(port -> assertThat(port.at("targetPort").text()).isEqualTo("http"));
        assertThat(Repository.base("NetworkPolicy", "gateway")
                        .at("spec", "ingress")
                        .items())
                .flatExtracting(rule -> rule.at("ports").items())
                .extracting(port -> ((Node) port).at("port").text())
                .containsExactly("http");
    }

    @Test
    void only_the_gateway_is_reached_from_outside() {
        List<Node> objects = Repository.base();
        assertThat(objects.stream()
                        .filter(object -> object.kind().equals("HTTPRoute"))
                        .flatMap(route -> route.at("spec", "rules").items().stream())
                        .flatMap(rule -> rule.at("backendRefs").items().stream())
                        .map(backend -> backend.at("name").text() + ":"
                                + backend.at("port").text()))
                .containsExactly("gateway:8080");
        assertThat(objects.stream()
                        .filter(object -> object.kind().equals("Service"))
                        .filter(service -> List.of("NodePort", "LoadBalancer")
                                .contains(service.at("spec", "type").text())))
                .isEmpty();
        assertThat(objects.stream().map(Node::kind)).doesNotContain("Ingress", "Gateway");
    }

    @Test
    void the_gateway_knows_every_service_by_the_address_it_has() {
        Map<String, String> gateway = Repository.environmentInKubernetes("gateway");
        for (String service : Repository.SERVICES) {
            assertThat(gateway)
                    .containsEntry(service.toUpperCase(java.util.Locale.ROOT) + "_URL", "http://" + service + ":8080");
        }
    }

    private static int number(Node node) {
        return Integer.parseInt(node.text());
    }
}
