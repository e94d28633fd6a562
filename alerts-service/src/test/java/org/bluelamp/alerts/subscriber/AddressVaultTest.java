package org.bluelamp.alerts.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.local.secret.Secrets;
import org.junit.jupiter.api.Test;

class AddressVaultTest {

    private static final String HASH_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final MailAddress ROSA = new MailAddress("Rosa@example.org");

    private final String keyset = Secrets.newKeyset();
    private final AddressVault vault = new AddressVault(keyset, HASH_KEY);
    private final UUID person = UUID.randomUUID();

    @Test
    void an_address_is_unreadable_when_sealed_and_the_same_when_opened() {
        var sealed = vault.seal(person, ROSA);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContainIgnoringCase("rosa");
        assertThat(vault.open(person, sealed)).isEqualTo(ROSA);
        assertThat(vault.seal(person, ROSA)).isNotEqualTo(sealed);
    }

    @Test
    void a_sealed_address_cannot_be_moved_to_somebody_else() {
        var sealed = vault.seal(person, ROSA);
        assertThatThrownBy(() -> vault.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_address_is_found_in_whatever_case_it_is_typed_and_only_with_the_key() {
        var hash = vault.hash(ROSA);
        assertThat(vault.hash(new MailAddress("rosa@EXAMPLE.org".toLowerCase())))
                .isEqualTo(hash);
        var otherKey = Base64.getEncoder().encodeToString("another key of thirty-two bytes..".getBytes());
        assertThat(new AddressVault(keyset, otherKey).hash(ROSA)).isNotEqualTo(hash);
    }

    @Test
    void after_a_key_was_added_old_addresses_still_open_and_new_ones_use_the_new_key() throws GeneralSecurityException {
        var sealed = vault.seal(person, ROSA);
        var rotated = new AddressVault(withNewPrimary(keyset), HASH_KEY);
        assertThat(rotated.open(person, sealed)).isEqualTo(ROSA);
        var sealedWithNew = rotated.seal(person, ROSA);
        assertThatThrownBy(() -> vault.open(person, sealedWithNew)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_that_cannot_be_used_are_named_but_not_shown() {
        assertThatThrownBy(() -> new AddressVault("c2VjcmV0", HASH_KEY))
                .hasMessageContaining("ADDRESS_KEYS")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> new AddressVault(keyset, "c2VjcmV0"))
                .hasMessageContaining("ADDRESS_HASH_KEY")
                .hasMessageNotContaining("c2VjcmV0");
    }

    /** A keyset with the newest key of another and no older one. */
    static String primaryOnly(String keyset) throws GeneralSecurityException {
        var json = new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8);
        var handle = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        var alone = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(handle.getPrimary().getKey())
                        .withFixedId(handle.getPrimary().getId())
                        .makePrimary())
                .build();
        return Base64.getEncoder()
                .encodeToString(TinkJsonProtoKeysetFormat.serializeKeyset(alone, InsecureSecretKeyAccess.get())
                        .getBytes(StandardCharsets.UTF_8));
    }

    static String withNewPrimary(String keyset) throws GeneralSecurityException {
        var json = new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8);
        var handle = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        var rotated = KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        return Base64.getEncoder()
                .encodeToString(TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
