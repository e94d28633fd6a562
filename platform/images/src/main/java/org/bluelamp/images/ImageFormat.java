package org.bluelamp.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats we take, told apart by how a file begins and never by its name or by what a browser says of it. */
public enum ImageFormat {
    JPEG("JPEG"),
    PNG("PNG"),
    WEBP("WebP"),
    GIF("GIF");

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** As people write it; ImageIO knows it by the same name in any case. */
    private final String label;

    ImageFormat(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The format of a file. */
    public static Optional<ImageFormat> of(byte[] file) {
        if (file.length > 3 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8 && file[2] == (byte) 0xff) {
            return Optional.of(JPEG);
        }
        if (file.length > PNG_START.length
                && Arrays.equals(PNG_START, 0, PNG_START.length, file, 0, PNG_START.length)) {
            return Optional.of(PNG);
        }
        if (file.length > 12
                && text(file, 0, 4).equals("RIFF")
                && text(file, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (file.length > 10
                && (text(file, 0, 6).equals("GIF87a") || text(file, 0, 6).equals("GIF89a"))) {
            return Optional.of(GIF);
        }
        return Optional.empty();
    }

    private static String text(byte[] file, int from, int length) {
        return new String(file, from, length, StandardCharsets.ISO_8859_1);
    }
}
