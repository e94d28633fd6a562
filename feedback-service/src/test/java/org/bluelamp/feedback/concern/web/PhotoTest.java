package org.bluelamp.feedback.concern.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.bluelamp.feedback.FeedbackTest;
import org.bluelamp.feedback.photo.Photos;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

class PhotoTest extends FeedbackTest {

    private static final String FORM = "/have-your-say/stevenage/stevenage-north";
    private static final String WORDS = "Broken \"fence\" </textarea><b>سور</b> 🚲";

    @Autowired
    private Photos photos;

    private final String token = UUID.randomUUID().toString();

    @BeforeEach
    void areasAreKnown() {
        hertfordshireIsKnown();
    }

    @Test
    void a_photo_goes_with_the_concern_and_nothing_of_the_file_is_left_but_what_is_seen() throws Exception {
        byte[] file = withPlace(picture("jpg", 1600, 1200));
        assertThat(new String(file, ISO_8859_1)).contains("Exif", "51 deg 54 min");
        mvc.perform(form(file)).andExpect(status().isSeeOther());
        byte[] kept = photo();
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif", "51 deg 54 min", "GPS");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(shown.getWidth()).isEqualTo(1280);
        assertThat(shown.getHeight()).isEqualTo(960);
        assertThat(jdbc.sql("select string_agg(encode(image, 'escape'), '') from photo")
                        .query(String.class)
                        .single())
                .as("nor in the database")
                .doesNotContain("Exif");
    }

    @Test
    void staff_of_the_area_see_it_and_nobody_else_does() throws Exception {
        mvc.perform(form(picture("png", 300, 200))).andExpect(status().isSeeOther());
        String address = "/staff/feedback/" + reference() + "/photo.jpg";
        Document read = page(get("/staff/feedback/" + reference()).with(as("officer", STEVENAGE_NORTH)));
        assertThat(read.select("main img").attr("src")).isEqualTo(address);
        mvc.perform(get(address).with(as("sergeant", "hertfordshire/stevenage")))
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("Cache-Control", "no-store"));
        mvc.perform(get(address).with(as("officer", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(address).with(as("editor", STEVENAGE_NORTH))).andExpect(status().isForbidden());
        mvc.perform(get(address)).andExpect(status().isUnauthorized());
    }

    @Test
    void what_is_no_photo_is_refused_whatever_it_is_called_and_the_words_are_kept() throws Exception {
        byte[] bomb = picture("png", 60, 60);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        byte[] half = picture("jpg", 400, 400);
        for (byte[] file : new byte[][] {
            "This is a text, not a photo".getBytes(ISO_8859_1),
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(ISO_8859_1),
            "GIF89a and so on, and so on".getBytes(ISO_8859_1),
            bomb,
            Arrays.copyOf(half, 60),
            new byte[9 * 1024 * 1024],
            picture("png", 10, 10)
        }) {
            Document page = page(mvc.perform(form(file))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn());
            assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#photo");
            assertThat(page.select("#photo[type=file]")).hasSize(1);
            assertThat(page.select("textarea[name=text]").first().wholeText()).isEqualTo(WORDS);
            assertThat(page.select("input[name=themes][checked]").val()).isEqualTo("speeding");
        }
        assertThat(count("photo")).isZero();
        assertThat(count("concern")).isZero();
    }

    @Test
    void a_mistake_elsewhere_does_not_cost_the_photo_and_it_can_be_replaced_and_left_out() throws Exception {
        Document page = page(mvc.perform(form(picture("jpg", 300, 200)).param("mail", "none"))
                .andExpect(status().isUnprocessableContent())
                .andReturn());
        assertThat(page.select("main").text()).contains("We have saved it with this form");
        mvc.perform(form(picture("jpg", 500, 400)).param("mail", "none"));
        assertThat(count("photo")).isOne();
        mvc.perform(form(null)).andExpect(status().isSeeOther());
        assertThat(ImageIO.read(new ByteArrayInputStream(photo())).getWidth()).isEqualTo(500);

        String other = UUID.randomUUID().toString();
        mvc.perform(form(picture("jpg", 300, 200), other).param("mail", "none"));
        mvc.perform(form(null, other).param("withoutPhoto", "yes").param("place", "there"))
                .andExpect(status().isSeeOther());
        assertThat(count("photo")).isOne();
    }

    @Test
    void the_file_of_what_a_program_seems_to_have_sent_is_not_looked_at() throws Exception {
        mvc.perform(form(picture("jpg", 300, 200)).param("subject", "cheap watches"))
                .andExpect(status().isSeeOther());
        assertThat(count("photo")).isZero();
    }

    @Test
    void what_waits_for_no_concern_goes_after_a_day_and_a_photo_28_days_after_the_case_has_ended() throws Exception {
        mvc.perform(form(picture("jpg", 300, 200)));
        mvc.perform(form(picture("jpg", 300, 200), UUID.randomUUID().toString()).param("mail", "none"));
        assertThat(count("photo")).isEqualTo(2);
        photos.deleteExpired(clock.instant().plus(Duration.ofHours(25)), 100);
        assertThat(count("photo")).isOne();
        photos.deleteExpired(clock.instant().plus(Duration.ofDays(90)), 100);
        assertThat(count("photo")).as("the case goes on").isOne();
        jdbc.sql("update \"case\" set state = 'closed', closed_at = received_at, closing = 'settled'")
                .update();
        photos.deleteExpired(clock.instant().plus(Duration.ofDays(27)), 100);
        assertThat(count("photo")).isOne();
        photos.deleteExpired(clock.instant().plus(Duration.ofDays(29)), 100);
        assertThat(count("photo")).isZero();
        mvc.perform(get("/staff/feedback/" + reference() + "/photo.jpg").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_set_aside_keeps_no_photo_and_one_that_it_has_all_the_same_goes_28_days_after_it_came()
            throws Exception {
        mvc.perform(form(picture("jpg", 300, 200)).param("mail", "none"));
        assertThat(count("photo")).isOne();
        mvc.perform(words("opened", String.valueOf(clock.instant().getEpochSecond())))
                .andExpect(status().isSeeOther());
        assertThat(jdbc.sql("select set_aside from concern").query(String.class).single())
                .isEqualTo("too-fast");
        assertThat(count("photo")).isZero();

        mvc.perform(form(picture("jpg", 300, 200), UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther());
        assertThat(count("photo where concern_id is not null")).isOne();
        jdbc.sql("update \"case\" set set_aside = 'too-fast'").update();
        photos.deleteExpired(clock.instant().plus(Duration.ofDays(27)), 100);
        assertThat(count("photo")).isOne();
        photos.deleteExpired(clock.instant().plus(Duration.ofDays(29)), 100);
        assertThat(count("photo")).isZero();
    }

    @Test
    void no_more_are_kept_within_an_hour_than_the_disk_holds_and_the_words_go_without() throws Exception {
        jdbc.sql("""
                        insert into photo (id, form_hash, image, kept_at)
                        select gen_random_uuid(), sha256(n::text::bytea), '\\x00', :now
                          from generate_series(1, 100) as n""").param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        assertThat(page(mvc.perform(form(picture("jpg", 300, 200)))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn())
                        .text())
                .contains("Too many photos are being sent");
        mvc.perform(form(null)).andExpect(status().isSeeOther());
        assertThat(count("photo")).isEqualTo(100);
        clock.moveBy(Duration.ofMinutes(61));
        mvc.perform(form(picture("jpg", 300, 200), UUID.randomUUID().toString()))
                .andExpect(status().isSeeOther());
        assertThat(count("photo")).isEqualTo(101);
    }

    /** The form sent again without the file, which waits already, and with something else in one field. */
    private MockMultipartHttpServletRequestBuilder words(String field, String value) {
        MockMultipartHttpServletRequestBuilder request = multipart(FORM);
        request.param("themes", "speeding")
                .param("text", WORDS)
                .param("effect", "some")
                .param(field, value)
                .param("token", token);
        return request;
    }

    private MockMultipartHttpServletRequestBuilder form(byte @Nullable [] file) {
        return form(file, token);
    }

    private static MockMultipartHttpServletRequestBuilder form(byte @Nullable [] file, String formToken) {
        MockMultipartHttpServletRequestBuilder request = multipart(FORM);
        if (file != null) {
            request.file(new MockMultipartFile("photo", "photo.jpg", "image/jpeg", file));
        }
        request.param("themes", "speeding")
                .param("text", WORDS)
                .param("effect", "some")
                .param("opened", "1")
                .param("token", formToken);
        return request;
    }

    private byte[] photo() throws Exception {
        return mvc.perform(get("/staff/feedback/" + reference() + "/photo.jpg").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String reference() {
        return jdbc.sql("select reference from concern order by id limit 1")
                .query(String.class)
                .single();
    }

    private static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillRect(0, 0, width / 2, height);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG with what a phone writes into it: EXIF with a directory of the place, and a remark. */
    private static byte[] withPlace(byte[] jpeg) {
        byte[] remark = "GPS 51 deg 54 min N".getBytes(ISO_8859_1);
        ByteBuffer exif = ByteBuffer.allocate(200);
        exif.put("Exif\0\0MM\0*".getBytes(ISO_8859_1)).putInt(8);
        // One entry of the first directory: where that of the place begins.
        exif.putShort((short) 1)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        // North, and three fractions that begin after the directory.
        exif.putShort((short) 2);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(ISO_8859_1));
        exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(56).putInt(0);
        exif.putInt(51).putInt(1).putInt(54).putInt(1).putInt(0).putInt(1);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.position() + remark.length + 8);
        file.put(jpeg, 0, 2);
        file.putShort((short) 0xffe1).putShort((short) (exif.position() + 2)).put(exif.array(), 0, exif.position());
        file.putShort((short) 0xfffe).putShort((short) (remark.length + 2)).put(remark);
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }
}
