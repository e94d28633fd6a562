package org.bluelamp.local.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** A file of named secrets that only its owner may read. A secret is made when it is first asked for. */
public final class Secrets {

    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Properties values;

    private Secrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the file, or starts with nothing when there is none. */
    public static Secrets in(Path file) {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Could not read the secrets in " + file, e);
            }
        }
        return new Secrets(file, values);
    }

    /** A password of letters and digits. */
    public String password(String name) {
        return value(name, Secrets::newPassword);
    }

    /** A key of 32 bytes for HMAC-SHA-256, in Base64. */
    public String key(String name) {
        return value(name, Secrets::newKey);
    }

    /** A Tink keyset for authenticated encryption, its JSON in Base64. */
    public String keyset(String name) {
        return value(name, Secrets::newKeyset);
    }

    private synchronized String value(String name, Supplier<String> source) {
        String present = values.getProperty(name);
        if (present != null) {
            return present;
        }
        String made = source.get();
        values.setProperty(name, made);
        write();
        return made;
    }

    private void write() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(next)) {
                values.store(writer, "Secrets of this machine's Bluelamp; `bluelamp up --fresh` makes new ones");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the secrets to " + file, e);
        }
    }

    private static String newPassword() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(random(24))
                .replace('-', 'x')
                .replace('_', 'y');
    }

    private static String newKey() {
        return Base64.getEncoder().encodeToString(random(KEY_BYTES));
    }

    /** A new Tink keyset with one AES-256-GCM key, its JSON in Base64. */
    public static String newKeyset() {
        try {
            AeadConfig.register();
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make an AES-GCM key", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
