package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTest {

    private final List<String> recipe =
            Repository.read(Repository.ROOT.resolve("Dockerfile")).lines().toList();

    @Test
    void the_image_runs_as_the_number_that_kubernetes_expects() {
        Node pod = Repository.podOf(Repository.base("Deployment", "news"));
        String user = pod.at("securityContext", "runAsUser").text();
        String group = pod.at("securityContext", "runAsGroup").text();
        assertThat(recipe).contains("USER " + user + ":" + group);
    }

    @Test
    void the_image_says_the_port_that_the_part_listens_on() {
        assertThat(recipe).contains("EXPOSE " + Repository.configMap("bluelamp").get("PORT"));
    }

    @Test
    void the_image_holds_the_layers_from_the_most_lasting_to_the_least() {
        assertThat(recipe.stream()
                        .filter(line -> line.startsWith("COPY --from=unpacked"))
                        .map(line -> line.replaceAll(".*/layers/([a-z-]+)/.*", "$1")))
                .containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
    }

    @Test
    void the_image_runs_on_the_java_that_the_code_is_compiled_for() {
        String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
        String version = pom.replaceAll("(?s).*<java.version>(\\d+)</java.version>.*", "$1");
        assertThat(recipe).contains("ARG JAVA_IMAGE=eclipse-temurin:" + version + "-jre");
    }

    @Test
    void nothing_but_jars_is_sent_to_the_builder() {
        assertThat(Repository.read(Repository.ROOT.resolve(".dockerignore")).lines())
                .contains("*", "!*/target/*.jar");
    }
}
