package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runbook says of a restore names every copy there is: one that is forgotten would stay ahead for ever. */
class RestoreTest {

    private static final Pattern WRITTEN =
            Pattern.compile("insert into ([a-z_]+)|version <= :replaces", Pattern.MULTILINE);
    private static final Pattern LAID_DOWN = Pattern.compile("update ([a-z_]+) set version = 0");
    private static final Pattern SCALED = Pattern.compile("scale deployment ([a-z ]+) --replicas=(\\d+)");

    /** A statement up to the column that says whose it is, over comments with semicolons as well. */
    private static final Pattern ABOUT_SOMEBODY = Pattern.compile(
            "create table ([a-z_]+) \\((?:(?!\\n\\);)[\\s\\S])*?(?:\\bsubscriber_id +uuid|references own_place\\b|\\baddress_hash +bytea)");

    /**
     * What nobody leaves: the record of what was agreed, codes that hold for half an hour, what a letter was to say, which goes
     * to followers alone, deliveries, which have a step of their own, and the areas of a place, which go with the place.
     */
    private static final Set<String> LEFT_AS_RESTORED =
            Set.of("sign_up", "mobile_code", "letter_item", "delivery", "writing_link", "own_place_area");

    static List<String> services() {
        return Repository.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_runbook_names_every_copy_that_a_service_keeps_of_what_others_own(String service) {
        Set<String> kept = new TreeSet<>();
        Path sources = Repository.ROOT.resolve(Repository.moduleOf(service)).resolve("src/main/java");
        Repository.files(sources, ".java").map(Repository::read).forEach(source -> {
            Matcher statement = WRITTEN.matcher(source);
            String table = "";
            while (statement.find()) {
                if (statement.group(1) != null) {
                    table = statement.group(1);
                } else {
                    kept.add(table);
                }
            }
        });
        assertThat(kept).isNotEmpty().isEqualTo(named(service));
    }

    @Test
    void the_runbook_takes_back_whatever_leaving_takes_back() {
        Set<String> about = new TreeSet<>();
        Path migrations = Repository.ROOT.resolve("alerts-service/src/main/resources/db/migration");
        Repository.files(migrations, ".sql")
                .map(Repository::read)
                .forEach(migration -> ABOUT_SOMEBODY
                        .matcher(migration)
                        .results()
                        .map(match -> match.group(1))
                        .forEach(about::add));
        assertThat(about).contains("subscription", "mobile", "case_news");
        about.removeAll(LEFT_AS_RESTORED);
        about.add("subscriber");
        String runbook = Repository.read(Repository.ROOT.resolve("docs/runbook.md"));
        Matcher copied = Pattern.compile("For each `TABLE` of ([a-z_`, ]+):").matcher(runbook);
        assertThat(copied.find()).isTrue();
        assertThat(copied.group(1).replace("`", "").split(", ")).containsExactlyInAnyOrderElementsOf(about);
        assertThat(about).allSatisfy(table -> assertThat(runbook).contains("from old." + table + " was where"));
    }

    /** The overlay takes the number out of the Deployments, and an autoscaler lets one that is at nought be. */
    @Test
    void whatever_is_stopped_before_a_restore_is_started_after_it() {
        Map<String, Integer> wanted = new TreeMap<>();
        SCALED.matcher(step(1)).results().forEach(match -> {
            assertThat(match.group(2)).isEqualTo("0");
            Stream.of(match.group(1).split(" ")).forEach(deployment -> wanted.put(deployment, 0));
        });
        assertThat(wanted).containsOnlyKeys(Repository.PARTS);
        SCALED.matcher(step(8))
                .results()
                .forEach(match -> Stream.of(match.group(1).split(" "))
                        .forEach(deployment -> wanted.put(deployment, Integer.valueOf(match.group(2)))));
        assertThat(wanted)
                .containsOnlyKeys(Repository.PARTS)
                .allSatisfy((deployment, replicas) ->
                        assertThat(replicas).as(deployment).isPositive());
    }

    /** A pattern that nobody runs here is copied into an overlay as it stands. */
    @Test
    void the_pattern_for_backups_is_about_our_cluster_and_one_archive_and_holds_no_key() {
        Path component = Repository.K8S.resolve("components/postgresql");
        String cluster =
                Node.documents(component.resolve("cluster.yaml")).getFirst().name();
        List<Node> pattern = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(Repository.read(component.resolve("README.md")))
                .results()
                .flatMap(block -> Node.documents(block.group(1)).stream())
                .flatMap(Node::all)
                .flatMap(node -> node.at("patch").exists()
                        ? Stream.concat(
                                Stream.of(node),
                                Node.documents(node.at("patch").text()).stream().flatMap(Node::all))
                        : Stream.of(node))
                .toList();
        assertThat(pattern.stream().map(Node::kind)).contains("ObjectStore", "ScheduledBackup", "Backup");
        assertThat(told(pattern, "cluster", "name")).hasSize(2).containsOnly(cluster);
        assertThat(told(pattern, "target", "name")).containsExactly(cluster);
        assertThat(told(pattern, "serverName")).containsExactly(cluster);
        List<String> archive = pattern.stream()
                .filter(node -> node.kind().equals("ObjectStore"))
                .map(Node::name)
                .toList();
        assertThat(told(pattern, "barmanObjectName")).hasSize(2).hasSameElementsAs(archive);
        assertThat(archive)
                .singleElement()
                .asString()
                .as("what step 2 of the runbook renames")
                .doesNotContain(cluster);
        assertThat(told(pattern, "method")).containsOnly("plugin");
        assertThat(pattern.stream()
                        .map(node -> node.at("s3Credentials"))
                        .filter(Node::exists)
                        .flatMap(credentials -> credentials.entries().values().stream()))
                .hasSize(2)
                .allMatch(key -> key.entries().keySet().equals(Set.of("name", "key")));
    }

    private static List<String> told(List<Node> nodes, String... keys) {
        return nodes.stream()
                .map(node -> node.at(keys).text())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What the runbook says in this step of a restore. */
    private static String step(int number) {
        String restore = Repository.read(Repository.ROOT.resolve("docs/runbook.md"))
                .split("## How to restore to a point in time\n", 2)[1];
        return restore.lines()
                .filter(line -> line.startsWith(number + ". "))
                .findFirst()
                .orElseThrow();
    }

    /** The tables in the rows of the runbook that say what to run in that database. */
    private static Set<String> named(String service) {
        return Arrays.stream(Repository.read(Repository.ROOT.resolve("docs/runbook.md"))
                        .split("\\R"))
                .filter(line -> line.startsWith("| ") && line.split("\\|").length == 4)
                .filter(line -> line.split("\\|")[2].strip().equals(service))
                .flatMap(line -> LAID_DOWN.matcher(line).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
