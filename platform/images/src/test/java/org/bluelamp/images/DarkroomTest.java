package org.bluelamp.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DarkroomTest {

    /** What a service has left when it has much else to do. */
    private static final String HEAP = "-Xmx112m";

    @TempDir
    private Path folder;

    @Test
    void what_a_file_of_few_bytes_unpacks_to_fits_into_the_heap_whatever_its_depth_and_shape() throws Exception {
        List<String> said = develop(
                png(10_000, 2_559, 16, 6), png(2_559, 10_000, 16, 6), png(10_000, 2_999, 8, 6), grey("jpg"), exif());

        assertThat(said).hasSize(5).allSatisfy(what -> assertThat(what).startsWith("painted "));
    }

    @Test
    void a_progressive_jpeg_whose_coefficients_would_not_fit_is_refused_and_a_usual_one_taken() throws Exception {
        assertThat(develop(progressive(5_400), progressive(200)))
                .satisfiesExactly(
                        large -> assertThat(large).contains("too many pixels for a progressive JPEG"),
                        usual -> assertThat(usual).startsWith("painted "));
    }

    @Test
    void a_webp_is_as_large_as_the_picture_in_it_and_only_a_photo_is_taken() throws Exception {
        byte[] photo = chunk("VP8 ", frame(6_000, 5_000));
        byte[] claim = new byte[] {0, 0, 0, 0, 99, 0, 0, 99, 0, 0};

        assertThat(develop(
                        riff(photo),
                        riff(chunk("VP8X", claim), photo),
                        riff(chunk("VP8L", new byte[] {0x2f, 99, 0, 25, 0, 0, 0, 0, 0, 0})),
                        riff(chunk("VP8X", claim), chunk("ALPH", new byte[10]), chunk("VP8 ", frame(100, 100)))))
                .satisfiesExactly(
                        large -> assertThat(large).contains("too many pixels for a WebP"),
                        hidden -> assertThat(hidden).contains("too many pixels for a WebP"),
                        lossless -> assertThat(lossless).contains("packed without loss"),
                        clear -> assertThat(clear).contains("shines through"));
    }

    private List<String> develop(byte[]... files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                SmallDarkroom.class.getName()));
        for (byte[] file : files) {
            command.add(
                    Files.write(folder.resolve(command.size() + ".image"), file).toString());
        }
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readAllLines(said);
    }

    /** All zeros, which pack well. */
    private static byte[] png(int width, int height, int depth, int colours) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        part(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colours)
                        .array());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
            byte[] line = new byte[1 + width * 4 * depth / 8];
            for (int y = 0; y < height; y++) {
                deflater.write(line);
            }
        }
        part(out, "IDAT", pixels.toByteArray());
        part(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] grey(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10_000, 2_999, BufferedImage.TYPE_BYTE_GRAY), format, out);
        return out.toByteArray();
    }

    /** A JPEG whose EXIF says that one of its values has two thousand million bytes. */
    private static byte[] exif() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        byte[] picture = jpeg.toByteArray();
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x927c).putShort((short) 7);
        exif.putInt(Integer.MAX_VALUE - 16).putInt(26);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(picture, 0, 2);
        out.writeBytes(exif.array());
        out.write(picture, 2, picture.length - 2);
        return out.toByteArray();
    }

    /** A small progressive JPEG that claims to be a square with sides as long as this. */
    private static byte[] progressive(int side) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(
                    null, new IIOImage(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), null, null), param);
        } finally {
            writer.dispose();
        }
        ByteBuffer file = ByteBuffer.wrap(out.toByteArray());
        int at = 2;
        while (file.getShort(at) != (short) 0xffc2) {
            at += 2 + Short.toUnsignedInt(file.getShort(at + 2));
        }
        file.putShort(at + 5, (short) side).putShort(at + 7, (short) side);
        return file.array();
    }

    private static byte[] riff(byte[]... chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] chunk : chunks) {
            all.writeBytes(chunk);
        }
        return chunk("RIFF", all.toByteArray());
    }

    private static byte[] chunk(String kind, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(kind.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** The header of a lossy key frame and a little of what would follow. */
    private static byte[] frame(int width, int height) {
        return ByteBuffer.allocate(100)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x10, 0x02, 0x00, (byte) 0x9d, 0x01, 0x2a})
                .putShort((short) width)
                .putShort((short) height)
                .array();
    }
}
