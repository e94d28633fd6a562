package org.bluelamp.directory.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats we take, told apart by how a file begins and never by its name or by what a browser says of it. */
enum PhotoFormat {
    JPEG("jpeg"),
    PNG("png"),
    WEBP("webp");

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** As ImageIO calls it. */
    private final String key;

    PhotoFormat(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<PhotoFormat> of(byte[] file) {
        if (file.length > 3 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8 && file[2] == (byte) 0xff) {
            return Optional.of(JPEG);
        }
        if (file.length > PNG_START.length
                && Arrays.equals(PNG_START, 0, PNG_START.length, file, 0, PNG_START.length)) {
            return Optional.of(PNG);
        }
        if (file.length > 12
                && "RIFF".equals(new String(file, 0, 4, StandardCharsets.ISO_8859_1))
                && "WEBP".equals(new String(file, 8, 4, StandardCharsets.ISO_8859_1))) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }
}
