package org.bluelamp.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bluelamp.local.secret.Secrets;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final String TEXT = "07700 900123, after six";

    private final Vault vault = new Vault("CONTACT_KEYS", Secrets.newKeyset());
    private final UUID row = UUID.randomUUID();

    @Test
    void a_text_is_unreadable_when_sealed_and_the_same_when_opened() {
        byte[] sealed = vault.seal(row, TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("900123");
        assertThat(vault.open(row, sealed)).isEqualTo(TEXT);
        assertThat(vault.seal(row, TEXT)).isNotEqualTo(sealed);
    }

    @Test
    void a_sealed_text_opens_neither_in_another_row_nor_with_other_keys() {
        byte[] sealed = vault.seal(row, TEXT);
        assertThatThrownBy(() -> vault.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        Vault other = new Vault("CONTACT_KEYS", Secrets.newKeyset());
        assertThatThrownBy(() -> other.open(row, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("900123");
    }

    @Test
    void keys_that_cannot_be_used_are_named_but_not_shown() {
        assertThatThrownBy(() -> new Vault("CONTACT_KEYS", "c2VjcmV0"))
                .hasMessageContaining("CONTACT_KEYS")
                .hasMessageNotContaining("c2VjcmV0");
    }
}
