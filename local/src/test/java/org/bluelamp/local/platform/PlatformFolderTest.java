package org.bluelamp.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformFolderTest {

    @TempDir
    private Path parent;

    @Test
    void the_folder_is_its_owners_alone_also_when_it_was_there_before() throws IOException {
        Path before = withRightsForAll(".bluelamp");
        new PlatformFolder(before).create();
        new PlatformFolder(parent.resolve("new")).create();

        assertThat(rights(before)).isEqualTo("rwx------");
        assertThat(rights(parent.resolve("new"))).isEqualTo("rwx------");
    }

    @Test
    void somebody_elses_folder_that_was_named_for_it_is_left_as_it_is() throws IOException {
        Path shared = withRightsForAll("shared");
        new PlatformFolder(shared).create();

        assertThat(rights(shared)).isEqualTo("rwxr-xr-x");
    }

    private Path withRightsForAll(String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String rights(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
