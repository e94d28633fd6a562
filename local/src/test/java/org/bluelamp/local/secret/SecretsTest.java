package org.bluelamp.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void a_second_start_finds_the_secrets_of_the_first_and_nobody_else_can_read_them() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets first = Secrets.in(file);
        String password = first.password("rabbitmq");
        String keyset = first.keyset("address-keys");
        assertThat(Secrets.in(file).password("rabbitmq")).isEqualTo(password);
        assertThat(Secrets.in(file).keyset("address-keys")).isEqualTo(keyset);
        assertThat(first.password("keycloak")).isNotEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_has_the_length_that_hmac_wants() {
        String key = Secrets.in(folder.resolve("secrets.properties")).key("link");
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }
}
