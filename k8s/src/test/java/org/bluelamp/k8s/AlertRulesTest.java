package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the metrics of the rules exist is tested where they are made: {@code RuleMetricsTest} of each module. */
class AlertRulesTest {

    private static final Path RULES = Repository.K8S.resolve("components/monitoring/rules.yaml");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z0-9]+_[a-z0-9_]+\\b(?=[){ ])");
    private static final List<String> TESTED =
            List.of("bluelamp_", "hikaricp_", "alerts_", "feedback_", "resilience4j_", "kube_");

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
        assertThat(rule.at("labels").at("severity").text()).isIn("page", "ticket");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_reads_metrics_of_a_kind_that_is_tested(Node rule) {
        assertThat(METRIC.matcher(rule.at("expr").text()).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(metric -> TESTED.stream().anyMatch(metric::startsWith));
    }

    @Test
    void the_rules_cover_what_stops_without_anybodys_seeing_it() {
        assertThat(rules().stream().map(rule -> rule.at("alert").text()))
                .contains(
                        "DeadLetters",
                        "DeliveriesStuck",
                        "UrgentUnaccepted",
                        "MailServerAway",
                        "BouncesUnreadable",
                        "BreakerOpen",
                        "ConsumersIdle",
                        "RelayStopped");
    }
}
