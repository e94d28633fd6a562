package org.bluelamp.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** That the metrics of the rules exist is tested where they are made: {@code RuleMetricsTest} of each module. */
class AlertRulesTest {

    private static final Path RULES = Repository.K8S.resolve("components/monitoring/rules.yaml");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z0-9]+_[a-z0-9_]+\\b(?=[){ \\[]|$)");

    /** Ours are tested where they are made; of the cluster's and PostgreSQL's operator's we know what they document. */
    private static final List<String> TESTED = List.of(
            "bluelamp_",
            "hikaricp_",
            "alerts_",
            "feedback_",
            "gateway_",
            "resilience4j_",
            "kube_",
            "kubelet_",
            "cnpg_",
            "barman_cloud_");

    /** What wakes nobody and always fires, so that its silence is heard. */
    private static final String WATCHDOG = "Watchdog";

    static List<Node> rules() {
        return Node.documents(RULES).getFirst().at("spec").at("groups").items().stream()
                .flatMap(group -> group.at("rules").items().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whoever_is_woken_finds_an_entry_in_the_runbook(Node rule) throws IOException {
        String runbook = rule.at("annotations").at("runbook").text();
        assertThat(runbook).startsWith("docs/runbook.md#");
        assertThat(Files.readAllLines(Repository.K8S.resolveSibling("docs/runbook.md")).stream()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-')))
                .contains(runbook.substring(runbook.indexOf('#') + 1));
        assertThat(rule.at("annotations").at("summary").text()).isNotBlank();
        assertThat(rule.at("labels").at("severity").text())
                .isIn(rule.at("alert").text().equals(WATCHDOG) ? List.of("watchdog") : List.of("page", "ticket"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_reads_metrics_of_a_kind_that_is_tested(Node rule) {
        List<String> metrics = METRIC.matcher(rule.at("expr").text())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(metrics.isEmpty()).isEqualTo(rule.at("alert").text().equals(WATCHDOG));
        assertThat(metrics).allMatch(metric -> TESTED.stream().anyMatch(metric::startsWith));
    }

    /** One Prometheus sees every installation of the cluster, those for practice too. */
    @ParameterizedTest
    @MethodSource("rules")
    void whatever_a_rule_reads_is_of_this_installation_alone(Node rule) {
        String production = Node.documents(Repository.K8S.resolve("overlays/production/kustomization.yaml"))
                .getFirst()
                .at("namespace")
                .text();
        String expression = rule.at("expr").text();
        List<String> selectors = METRIC.matcher(expression)
                .results()
                .map(metric -> expression.substring(metric.end()))
                .toList();
        assertThat(selectors).allMatch(selector -> selector.startsWith("{namespace=\"" + production + "\""));
        assertThat(expression.chars().filter(sign -> sign == '{').count()).isEqualTo(selectors.size());
    }

    /** The runbook has the pod deleted, and nobody finds one by its address at 3 am. */
    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_about_one_replica_names_its_pod_and_no_address(Node rule) {
        assertThat(rule.at("expr").text() + rule.at("annotations").at("summary").text())
                .doesNotContain("instance");
    }

    @Test
    void the_rules_cover_what_stops_without_anybodys_seeing_it() {
        assertThat(rules().stream().map(rule -> rule.at("alert").text()))
                .contains(
                        "Watchdog",
                        "MetricsMissing",
                        "ClusterMetricsMissing",
                        "ReplicasMissing",
                        "PodRestarts",
                        "WatchBlind",
                        "DeadLetters",
                        "DeliveriesStuck",
                        "DeliveriesUnwritable",
                        "UrgentUnaccepted",
                        "UrgentUnread",
                        "PracticeMode",
                        "SignUpFlood",
                        "LimitsUnbounded",
                        "MailServerAway",
                        "BouncesUnreadable",
                        "BouncesUnread",
                        "BreakerOpen",
                        "ConsumersIdle",
                        "RelayStopped",
                        "RetentionStands",
                        "RoundsOverdue",
                        "CouncilReportsGivenUp",
                        "DiskFull",
                        "DatabaseDown",
                        "WalArchiveStands",
                        "BackupMissing",
                        "ReplicationStands",
                        "KeycloakDown",
                        "BrokerDown");
    }

    @Test
    void that_metrics_are_missing_is_noticed_of_each_part() {
        String expression = rules().stream()
                .filter(rule -> rule.at("alert").text().equals("MetricsMissing"))
                .findFirst()
                .orElseThrow()
                .at("expr")
                .text();
        assertThat(Repository.PARTS)
                .allMatch(part ->
                        expression.matches(".*absent\\(hikaricp_connections\\{[^}]*application=\"" + part + "\".*"));
    }

    /** Where promtool is at hand, it says what the rules make of metrics as they come. */
    @Test
    void the_rules_fire_when_they_should_and_not_when_they_should_not(@TempDir Path folder) throws Exception {
        assumeTrue(promtoolIsHere(), "promtool is not installed");
        Files.writeString(
                folder.resolve("rules.yml"),
                new Yaml().dump(Node.documents(RULES).getFirst().at("spec").value()));
        Files.copy(Repository.K8S.resolve("src/test/resources/rules-test.yaml"), folder.resolve("rules-test.yaml"));
        Process promtool = new ProcessBuilder("promtool", "test", "rules", "rules-test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private static boolean promtoolIsHere() throws InterruptedException {
        try {
            return new ProcessBuilder("promtool", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
