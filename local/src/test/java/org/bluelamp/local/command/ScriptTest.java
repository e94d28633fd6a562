package org.bluelamp.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluelamp.local.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in the root of the repository. */
class ScriptTest {

    private static final Path SCRIPT = Checkout.folder().resolve("bluelamp");

    @TempDir
    private Path folder;

    @Test
    void the_scripts_are_sound_to_the_shell_and_may_be_run() throws Exception {
        for (Path script : List.of(SCRIPT, Checkout.folder().resolve(".ci/run"))) {
            assertThat(script).isExecutable();
            assertThat(run(folder, "bash", "-n", script.toString())).isEqualTo("0 ");
        }
    }

    @Test
    void it_works_through_a_link_in_another_folder_with_a_space_in_its_name() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("my links"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("lamp"), SCRIPT);
        assertThat(run(elsewhere, link.toString(), "help")).startsWith("0 bluelamp: runs and tests the platform");
        assertThat(run(elsewhere, link.toString(), "logs", "nothing")).startsWith("1 Say whose log");
    }

    @Test
    void every_command_that_help_lists_exists_and_no_other() throws Exception {
        String help = run(folder, SCRIPT.toString());
        assertThat(help)
                .contains("up ", "down ", "status ", "logs ", "restart ", "import ", "test ", "bench ", "help ");
        assertThat(run(folder, SCRIPT.toString(), "dance"))
                .isEqualTo("1 There is no command dance; `bluelamp help` lists them.");
    }

    private String run(Path where, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("BLUELAMP_STATE", folder.resolve("state").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output.strip();
    }
}
