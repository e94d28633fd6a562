package org.bluelamp.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What the header of a WebP says before anything of it is unpacked (RFC 9649). Only a photo is taken: one lossy picture
 * without transparency. What packs without loss may ask for hundreds of thousands of tables in a small file, and the
 * size that a container claims need not be the size of the picture in it.
 */
final class WebP {

    /** Beside the picture itself. */
    private static final Set<String> HARMLESS = Set.of("VP8X", "ICCP", "EXIF", "XMP ");

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;

    /** Of a key frame, up to its height (RFC 6386, section 9.1). */
    private static final int FRAME_HEADER = 10;

    private WebP() {}

    /** How many pixels the photo in the file has; empty when it is none. */
    static Optional<Long> pixels(byte[] file) {
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Optional<Long> found = Optional.empty();
        for (long at = FIRST_CHUNK; at + CHUNK_HEADER <= file.length; ) {
            int place = (int) at;
            String kind = new String(file, place, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(all.getInt(place + 4));
            if (kind.equals("VP8 ")
                    && found.isEmpty()
                    && length >= FRAME_HEADER
                    && place + CHUNK_HEADER + FRAME_HEADER <= file.length) {
                found = Optional.of((long) side(all, place + CHUNK_HEADER + 6) * side(all, place + CHUNK_HEADER + 8));
            } else if (!HARMLESS.contains(kind)) {
                return Optional.empty();
            }
            at += CHUNK_HEADER + length + length % 2;
        }
        return found;
    }

    /** Fourteen bits; the two above say how a player should stretch it. */
    private static int side(ByteBuffer file, int place) {
        return file.getShort(place) & 0x3fff;
    }
}
