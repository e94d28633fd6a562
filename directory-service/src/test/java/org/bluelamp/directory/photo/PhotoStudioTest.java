package org.bluelamp.directory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bluelamp.images.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class PhotoStudioTest {

    private final PhotoStudio studio = new PhotoStudio();

    @ParameterizedTest
    @CsvSource({"jpg, 800, 600", "jpg, 600, 800", "png, 500, 500", "jpg, 120, 120", "jpg, 4000, 3000"})
    void a_photo_becomes_a_square_jpeg_in_both_widths(String format, int width, int height) throws Exception {
        Map<Integer, byte[]> pictures = studio.develop(SamplePhotos.photo(format, width, height));
        assertThat(pictures.keySet()).containsExactly(120, 360);
        for (Map.Entry<Integer, byte[]> one : pictures.entrySet()) {
            BufferedImage picture = picture(one.getValue());
            assertThat(picture.getWidth()).isEqualTo(one.getKey());
            assertThat(picture.getHeight()).isEqualTo(one.getKey());
            assertThat(ImageFormat.of(one.getValue())).hasValue(ImageFormat.JPEG);
            assertThat(isRed(picture, one.getKey() / 4)).isTrue();
            assertThat(isRed(picture, one.getKey() * 3 / 4)).isFalse();
        }
    }

    @Test
    void webp_is_read() throws Exception {
        byte[] file = new ClassPathResource("photo/sample.webp").getContentAsByteArray();
        assertThat(ImageFormat.of(file)).hasValue(ImageFormat.WEBP);
        assertThat(isRed(picture(studio.develop(file).get(120)), 30)).isTrue();
    }

    @Test
    void a_photo_is_upright_however_the_phone_was_held_and_tells_nothing_but_its_picture() throws Exception {
        byte[] file = SamplePhotos.upsideDown(400, 400);
        assertThat(text(file)).contains("Exif", "GPS 51.9");
        byte[] small = studio.develop(file).get(120);
        assertThat(text(small)).doesNotContain("Exif", "GPS");
        assertThat(isRed(picture(small), 90)).isTrue();
        assertThat(isRed(picture(small), 30)).isFalse();
    }

    @Test
    void what_shines_through_is_white() throws Exception {
        BufferedImage clear = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);
        BufferedImage picture = picture(studio.develop(out.toByteArray()).get(120));
        assertThat(new Color(picture.getRGB(60, 60))).isEqualTo(Color.WHITE);
    }

    @Test
    void a_file_that_claims_very_many_pixels_is_refused_before_they_are_unpacked() {
        assertThat(SamplePhotos.bomb(60_000, 60_000)).hasSizeLessThan(10_000);
        refused(SamplePhotos.bomb(60_000, 60_000), "too many pixels");
        refused(SamplePhotos.bomb(9_000, 9_000), "too many pixels");
        refused(SamplePhotos.bomb(1, 40_000), "at least 120 pixels");
    }

    @Test
    void what_is_no_photo_is_refused_whatever_it_is_called() {
        refused("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "JPEG");
        refused("just text".getBytes(StandardCharsets.UTF_8), "JPEG, PNG or WebP");
        refused("GIF89a..........".getBytes(StandardCharsets.UTF_8), "JPEG, PNG or WebP");
        refused(new byte[0], "Choose a photo");
        refused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3}, "cannot be read");
        refused("RIFF0000WEBPVP8 nonsense".getBytes(StandardCharsets.UTF_8), "cannot be read");
        byte[] whole = SamplePhotos.photo("png", 300, 300);
        refused(Arrays.copyOf(whole, 60), "cannot be read");
        refused(new byte[PhotoStudio.LARGEST_FILE + 1], "smaller than 8 MB");
        refused(SamplePhotos.photo("jpg", 100, 400), "at least 120 pixels");
    }

    private void refused(byte[] file, String why) {
        assertThatThrownBy(() -> studio.develop(file))
                .isInstanceOf(BadPhoto.class)
                .hasMessageContaining(why);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage picture(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static boolean isRed(BufferedImage picture, int x) {
        Color colour = new Color(picture.getRGB(x, picture.getHeight() / 2));
        return colour.getRed() > colour.getBlue() + 100;
    }
}
