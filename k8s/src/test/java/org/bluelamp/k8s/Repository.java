package org.bluelamp.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository that the tests hold against each other. */
final class Repository {

    /** The gateway and the services, as Kubernetes and compose name them. */
    static final List<String> PARTS = List.of("gateway", "directory", "news", "alerts", "feedback");

    static final List<String> SERVICES = PARTS.subList(1, PARTS.size());

    static final Path ROOT = root();

    static final Path K8S = ROOT.resolve("k8s");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    private Repository() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The module that a part is built from. */
    static String moduleOf(String part) {
        return part.equals("gateway") ? part : part + "-service";
    }

    /** The manifests, without what is built. */
    static List<Path> manifests() {
        return Stream.of("base", "components", "overlays")
                .flatMap(folder -> files(K8S.resolve(folder), ".yaml"))
                .toList();
    }

    static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All objects of the base. */
    static List<Node> base() {
        return files(K8S.resolve("base"), ".yaml")
                .flatMap(file -> Node.documents(file).stream())
                .toList();
    }

    static Node base(String kind, String name) {
        return base().stream()
                .filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .findFirst()
                .orElse(new Node(null));
    }

    /** The variables a part reads: the placeholders of its configuration and of the files it imports. */
    static Set<String> variablesReadBy(String part) {
        Set<String> variables = new TreeSet<>();
        List<Path> open =
                new ArrayList<>(List.of(ROOT.resolve(moduleOf(part)).resolve("src/main/resources/application.yaml")));
        Set<Path> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Path file = open.removeFirst();
            if (!seen.add(file)) {
                continue;
            }
            Matcher placeholder = PLACEHOLDER.matcher(read(file).replaceAll("(?m)^\\s*#.*$", ""));
            while (placeholder.find()) {
                variables.add(placeholder.group(1));
            }
            Node.documents(file).forEach(document -> imports(document).forEach(open::add));
        }
        return variables;
    }

    private static Stream<Path> imports(Node configuration) {
        Node imported = configuration.at("spring").exists()
                ? new Node(configuration
                        .at("spring")
                        .entries()
                        .getOrDefault("config.import", configuration.at("spring", "config", "import"))
                        .value())
                : new Node(null);
        return Stream.of(imported.text().split("[,;]"))
                .map(name ->
                        name.replace("optional:", "").replace("classpath:", "").strip())
                .filter(name -> !name.isEmpty())
                .map(Repository::resource);
    }

    private static Path resource(String name) {
        return Stream.of("platform/service", "platform/messaging", "platform/web")
                .map(module ->
                        ROOT.resolve(module).resolve("src/main/resources").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No platform module holds " + name));
    }

    /** The literals that the base generates for a ConfigMap. */
    static Map<String, String> configMap(String name) {
        Map<String, String> literals = new TreeMap<>();
        files(K8S.resolve("base"), "kustomization.yaml")
                .flatMap(file -> Node.documents(file).stream())
                .flatMap(kustomization -> kustomization.at("configMapGenerator").items().stream())
                .filter(map -> map.at("name").text().equals(name))
                .flatMap(map -> map.at("literals").texts().stream())
                .forEach(literal -> {
                    int equals = literal.indexOf('=');
                    literals.put(literal.substring(0, equals), literal.substring(equals + 1));
                });
        return literals;
    }

    /** What Kubernetes sets for a part, from ConfigMaps by value and from Secrets as {@code secret:name/key}. */
    static Map<String, String> environmentInKubernetes(String part) {
        Map<String, String> environment = new TreeMap<>();
        for (Node container : containers(base("Deployment", part))) {
            for (Node source : container.at("envFrom").items()) {
                environment.putAll(configMap(source.at("configMapRef", "name").text()));
            }
            for (Node variable : container.at("env").items()) {
                Node secret = variable.at("valueFrom", "secretKeyRef");
                environment.put(
                        variable.at("name").text(),
                        secret.exists()
                                ? "secret:" + secret.at("name").text() + "/"
                                        + secret.at("key").text()
                                : variable.at("value").text());
            }
        }
        return environment;
    }

    static List<Node> containers(Node workload) {
        Node pod = podOf(workload);
        return Stream.of("initContainers", "containers")
                .flatMap(list -> pod.at(list).items().stream())
                .toList();
    }

    static Node podOf(Node workload) {
        return workload.kind().equals("CronJob")
                ? workload.at("spec", "jobTemplate", "spec", "template", "spec")
                : workload.at("spec", "template", "spec");
    }

    static Node compose() {
        return Node.documents(ROOT.resolve("docker-compose.yml")).getFirst();
    }
}
