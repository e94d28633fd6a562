package org.bluelamp.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The statements of the runbook, for the tests of those whose tables they name: at 3 am nobody mends one. */
public final class Runbook {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Runbook() {}

    /** What stands in the runbook as code and begins with these words, in its order; never empty. */
    public static List<String> statements(String beginning) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/runbook.md"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The runbook is not in this repository");
            }
        }
        try {
            List<String> found = CODE.matcher(Files.readString(folder.resolve("docs/runbook.md")))
                    .results()
                    .map(match -> match.group(1))
                    .filter(code -> code.startsWith(beginning))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("The runbook says no \"" + beginning + "\"");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
