package org.bluelamp.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that compose uses, run as they are. */
class ScriptTest {

    private record Run(int exit, String output) {}

    @TempDir
    private Path folder;

    @Test
    void fresh_secrets_fill_every_gap_and_are_never_the_same() throws Exception {
        Map<String, String> first = secrets("");
        Map<String, String> second = secrets("");
        List.of("DKIM_KEY", "NOTIFY_KEY", "NOTIFY_EMAIL_TEMPLATE", "NOTIFY_TEXT_TEMPLATE", "VAPID_KEY", "VAPID_PUBLIC")
                .forEach(somebodyElses -> {
                    assertThat(first.remove(somebodyElses)).as(somebodyElses).isEmpty();
                    second.remove(somebodyElses);
                });
        assertThat(first.values()).doesNotContain("");
        first.remove("DEMO_DATA");
        assertThat(first.values()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second.values());
        assertThat(Base64.getDecoder().decode(first.get("LINK_KEY"))).hasSize(32);
        assertThat(Base64.getDecoder().decode(first.get("ADDRESS_HASH_KEY"))).hasSize(32);
    }

    @Test
    void secrets_that_are_there_stay_and_only_what_is_missing_is_new() throws Exception {
        Map<String, String> all = secrets("ADDRESS_KEYS=old\nOF_THE_FORCE=kept\n");
        assertThat(all).containsEntry("ADDRESS_KEYS", "old").containsEntry("OF_THE_FORCE", "kept");
        assertThat(all.get("WEBHOOK_KEYS")).isNotBlank();
    }

    @Test
    void the_keyset_for_addresses_encrypts() throws Exception {
        AeadConfig.register();
        String json = new String(Base64.getDecoder().decode(secrets("").get("ADDRESS_KEYS")), UTF_8);
        KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        Aead aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] hidden = aead.encrypt("resident@example.org".getBytes(UTF_8), new byte[0]);
        assertThat(aead.decrypt(hidden, new byte[0])).isEqualTo("resident@example.org".getBytes(UTF_8));
    }

    @Test
    void a_container_is_ready_when_its_address_says_so_and_not_before() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/up", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/down", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        String port = String.valueOf(server.getAddress().getPort());
        try {
            assertThat(run("docker/ready.sh", port, "/up").exit()).isZero();
            assertThat(run("docker/ready.sh", port, "/down").exit()).isNotZero();
        } finally {
            server.stop(0);
        }
        assertThat(run("docker/ready.sh", port, "/up").exit()).isNotZero();
    }

    @Test
    void the_databases_script_is_a_script_and_asks_for_every_password() throws Exception {
        assertThat(run("-n", "docker/databases.sh").exit()).isZero();
        assertThat(run("docker/databases.sh")).satisfies(without -> {
            assertThat(without.exit()).isNotZero();
            assertThat(without.output()).contains("GATEWAY_DATABASE_PASSWORD");
        });
    }

    /** Where kubectl is at hand, what it makes of each overlay is checked like the sources. */
    @Test
    void every_overlay_renders_to_hardened_workloads_without_secrets() throws Exception {
        assumeTrue(kubectlIsHere(), "kubectl is not installed");
        for (String overlay : List.of("local", "production")) {
            List<Node> objects = rendered(overlay);
            assertThat(objects).extracting(Node::kind).doesNotContain("Secret").contains("HTTPRoute");
            assertThat(objects.stream().filter(object -> object.kind().equals("Deployment")))
                    .hasSizeGreaterThanOrEqualTo(Repository.PARTS.size())
                    .allSatisfy(WorkloadTest::assertHardened);
            List<String> maps = objects.stream()
                    .filter(object -> object.kind().equals("ConfigMap"))
                    .map(Node::name)
                    .toList();
            assertThat(objects.stream()
                            .flatMap(Node::all)
                            .map(node -> node.at("configMapRef", "name").text())
                            .filter(name -> !name.isEmpty()))
                    .isNotEmpty()
                    .isSubsetOf(maps);
        }
    }

    @Test
    void in_production_the_entrance_alone_comes_in_from_outside() throws Exception {
        assumeTrue(kubectlIsHere(), "kubectl is not installed");
        List<Node> policies = rendered("production").stream()
                .filter(object -> object.kind().equals("NetworkPolicy"))
                .toList();
        assertThat(policies).hasSizeGreaterThan(Repository.PARTS.size());
        assertThat(policies.stream().flatMap(policy -> policy.at("spec", "ingress").items().stream()))
                .allMatch(rule -> !rule.at("from").items().isEmpty(), "names whom it lets in");
        assertThat(policies.stream()
                        .filter(policy -> policy.at("spec").all().anyMatch(ScriptTest::isTheEntrance))
                        .map(Node::name))
                .containsExactlyInAnyOrder("gateway", "keycloak");
    }

    private static boolean isTheEntrance(Node peer) {
        return peer.at("namespaceSelector", "matchLabels", "kubernetes.io/metadata.name")
                .text()
                .equals("envoy-gateway-system");
    }

    private static List<Node> rendered(String overlay) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("kubectl", "kustomize", "k8s/overlays/" + overlay)
                .directory(Repository.ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Node> objects = Node.documents(new String(process.getInputStream().readAllBytes(), UTF_8));
        assertThat(process.waitFor()).isZero();
        return objects;
    }

    private static boolean kubectlIsHere() throws InterruptedException {
        try {
            return new ProcessBuilder("kubectl", "version", "--client")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("bash"), java.util.Arrays.stream(command))
                        .toList())
                .directory(Repository.ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.endsWith("_PASSWORD"));
        builder.environment().put("POSTGRES_USER", "postgres");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** What the script makes of the example beside an .env with that text, away from the one of whoever runs this. */
    private Map<String, String> secrets(String env) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("docker"));
        Files.copy(
                Repository.ROOT.resolve("docker/secrets.sh"),
                folder.resolve("docker/secrets.sh"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                Repository.ROOT.resolve(".env.example"),
                folder.resolve(".env.example"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve(".env"), env);
        return assignments(run(folder.resolve("docker/secrets.sh").toString()).output());
    }

    private static Map<String, String> assignments(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }
}
