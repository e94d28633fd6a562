package org.bluelamp.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The metrics that alert rules read, for the tests of those who make them: a misspelt rule would be silent for ever. */
public final class RuleMetrics {

    private RuleMetrics() {}

    /** The names with that beginning that stand in the rules, as Prometheus writes them. */
    public static List<String> startingWith(String prefix) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("k8s/components/monitoring/rules.yaml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The rules are not in this repository");
            }
        }
        try {
            String rules = Files.readString(folder.resolve("k8s/components/monitoring/rules.yaml"));
            return Pattern.compile("\\b" + Pattern.quote(prefix) + "[a-z0-9_]+")
                    .matcher(rules)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
