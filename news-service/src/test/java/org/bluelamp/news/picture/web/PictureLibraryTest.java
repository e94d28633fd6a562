package org.bluelamp.news.picture.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.picture.Pictures;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PictureLibraryTest extends NewsTest {

    private static final String LIBRARY = "/staff/news/pictures";
    private static final TestStaff EDITOR = staff("Erin Editor").as("editor").in("hertfordshire");
    private static final TestStaff OFFICER =
            staff("Olive Officer").as("officer").in("hertfordshire");

    @Autowired
    private Pictures pictures;

    @Autowired
    private Clock clock;

    private Caller erin() {
        return call().as(EDITOR);
    }

    private Answer upload(Caller who, byte[] file, String alternative) {
        return who.upload(LIBRARY, Map.of("alternative", alternative), "file", "C:\\van.jpg", file);
    }

    /** A picture of its own for each test: uploads it and says its code. */
    private String added(byte[] file) {
        Answer answer = upload(erin(), file, "A red van");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.header("Location").replaceAll(".*/([0-9a-f]{16})\\?added", "$1");
    }

    private static byte[] image(String format, int width, int height, Color colour) {
        boolean clear = colour.getAlpha() < 255;
        BufferedImage image =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(colour);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** A file of a few bytes that claims to have very many pixels. */
    private static byte[] bomb() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(50_000)
                .putInt(50_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        out.writeBytes(ByteBuffer.allocate(4).putInt(13).array());
        out.writeBytes(header);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return out.toByteArray();
    }

    @Test
    void a_picture_goes_from_the_library_into_an_article_and_is_served_for_ever_alike() {
        String code = added(image("jpg", 1_000, 500, Color.RED));
        Answer page = erin().get(LIBRARY + "/" + code);
        String line = page.html().expectFirst("pre").text();
        assertThat(line).isEqualTo("![A red van](picture:" + code + ")");
        assertThat(page.text()).contains("van.jpg").doesNotContain("C:\\").contains("No article uses this picture");

        Published article = published(anArticle().saying(line));
        assertThat(erin().get(LIBRARY + "/" + code).text())
                .contains(article.content().title());
        Element shown = call().page("/news/" + article.slug()).expectFirst("main img");
        assertThat(shown.attr("alt")).isEqualTo("A red van");
        assertThat(shown.attr("srcset"))
                .contains("320w", "640w", "960w", "1000w")
                .doesNotContain("1280w");

        Answer file = call().get(shown.attr("src"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable", "public");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(call().with("If-None-Match", file.header("ETag"))
                        .get(shown.attr("src"))
                        .status())
                .isEqualTo(304);
        assertThat(call().get(shown.attr("src").replaceAll("[0-9]+\\.jpg", "700.jpg"))
                        .status())
                .isEqualTo(404);
        assertThat(call().get(shown.attr("src").replace(".jpg", ".png")).status())
                .isEqualTo(404);
        assertThat(call().get("/news/pictures/" + "0".repeat(64) + "/320.jpg").status())
                .isEqualTo(404);
    }

    @Test
    void where_something_shines_through_it_goes_on_doing_so() throws IOException {
        String code = added(image("png", 400, 400, new Color(0, 0, 255, 60)));
        byte[] small = jdbc.sql("""
                        select image from picture_rendition r join picture p using (hash)
                        where p.code = :code and p.ending = 'png' and r.width = 320
                        """)
                .param("code", code)
                .query((row, n) -> row.getBytes("image"))
                .single();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(image.getColorModel().hasAlpha()).isTrue();
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("320x320");
    }

    @Test
    void a_gif_is_taken_and_the_same_file_is_one_picture() {
        byte[] gif = image("gif", 200, 100, Color.GREEN);
        assertThat(added(gif)).isEqualTo(added(gif));
        assertThat(pictures.search("", 0, 10)).hasSize(1);
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called_and_the_words_are_kept() {
        refused("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "JPEG, PNG, WebP or GIF");
        refused("MZ this is a program", "JPEG, PNG, WebP or GIF");
        refused("", "Choose a picture");
        refused("GIF89a is not a picture", "cannot be read");
        refused(new String(bomb(), StandardCharsets.ISO_8859_1), "too many pixels");
        assertThat(pictures.search("", 0, 10)).isEmpty();
    }

    private void refused(String file, String why) {
        Answer answer = upload(erin(), file.getBytes(StandardCharsets.ISO_8859_1), "A red van");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary").text()).contains(why);
        assertThat(answer.html().select("[name=alternative]").val()).isEqualTo("A red van");
    }

    @Test
    void a_picture_is_described_or_said_to_decorate_and_not_both() {
        byte[] file = image("jpg", 200, 200, Color.GRAY);
        assertThat(upload(erin(), file, " ")
                        .html()
                        .select(".govuk-error-summary")
                        .text())
                .contains("Describe what the picture shows");
        assertThat(erin().upload(LIBRARY, Map.of("alternative", "x", "decorative", "yes"), "file", "a.jpg", file)
                        .html()
                        .select(".govuk-error-summary")
                        .text())
                .contains("has no description");
        assertThat(upload(erin(), file, "x".repeat(251))
                        .html()
                        .select(".govuk-error-summary")
                        .text())
                .contains("at most 250");
        assertThat(erin().upload(LIBRARY, Map.of("decorative", "yes"), "file", "a.jpg", file)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_text_whose_picture_is_not_described_is_given_back_with_the_line_named() {
        String code = added(image("jpg", 200, 200, Color.PINK));
        Answer answer = erin().submit(
                        erin().get("/staff/news/new"),
                        "Save draft",
                        Map.of(
                                "title", List.of("Bikes"),
                                "summary", List.of("Bring it."),
                                "body", List.of("Come.\r\n\r\n![](picture:" + code + ")"),
                                "areas", List.of(WARE)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary").text()).contains("Line 3 of the text: describe");
        assertThat(answer.html().select("[name=body]").text()).contains("picture:" + code);
    }

    @Test
    void a_picture_in_use_stays_and_one_of_a_withdrawn_article_answers_410_and_goes() {
        byte[] file = image("jpg", 300, 200, Color.ORANGE);
        String code = added(file);
        String address = pictures.named(code).orElseThrow().address();
        Published article = published(anArticle().saying("![Van](picture:" + code + ")"));
        Answer refused = erin().post(LIBRARY + "/" + code + "/remove", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("The picture stays");
        assertThat(call().get(address).status()).isEqualTo(200);

        newsroom.withdraw(ERIN, article.id(), article.version(), "Wrong person.");
        assertThat(call().get(address).status()).isEqualTo(410);
        assertThat(erin().post(LIBRARY + "/" + code + "/remove", Map.of()).status())
                .isEqualTo(303);
        assertThat(call().get(address).status()).isEqualTo(410);
        assertThat(jdbc.sql("select count(*) from picture_rendition")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_no_article_has_shown_for_a_month_is_deleted_and_nothing_else() {
        String unused = added(image("jpg", 210, 200, Color.BLUE));
        String used = added(image("jpg", 220, 200, Color.BLUE));
        draft(anArticle().saying("![Van](picture:" + used + ")"));
        pictures.deleteExpired(clock.instant(), 100);
        pictures.deleteExpired(clock.instant().plus(Duration.ofDays(29)), 100);
        assertThat(pictures.find(unused)).isPresent();
        assertThat(pictures.deleteExpired(clock.instant().plus(Duration.ofDays(31)), 100))
                .isEqualTo(1);
        assertThat(pictures.find(unused)).isEmpty();
        assertThat(pictures.find(used)).isPresent();
    }

    @Test
    void editors_find_pictures_by_their_words_and_change_them() {
        String code = added(image("jpg", 230, 200, Color.CYAN));
        assertThat(erin().get(LIBRARY + "?q=RED").html().select(".bl-pictures li"))
                .hasSize(1);
        assertThat(erin().get(LIBRARY + "?q=blue%25").html().select(".bl-pictures li"))
                .isEmpty();
        assertThat(erin().post(LIBRARY + "/" + code, Map.of("alternative", "A blue van"))
                        .status())
                .isEqualTo(303);
        assertThat(erin().get(LIBRARY + "?q=blue").html().select(".bl-pictures li"))
                .hasSize(1);
    }

    @Test
    void only_editors_come_into_the_library() {
        String code = added(image("jpg", 240, 200, Color.RED));
        for (Caller other : List.of(call().as(OFFICER), call())) {
            int refused = other.headers().isEmpty() ? 401 : 403;
            assertThat(other.get(LIBRARY).status()).isEqualTo(refused);
            assertThat(other.get(LIBRARY + "/" + code).status()).isEqualTo(refused);
            assertThat(upload(other, image("jpg", 250, 200, Color.RED), "x").status())
                    .isEqualTo(refused);
            assertThat(other.post(LIBRARY + "/" + code, Map.of("alternative", "x"))
                            .status())
                    .isEqualTo(refused);
            assertThat(other.post(LIBRARY + "/" + code + "/remove", Map.of()).status())
                    .isEqualTo(refused);
        }
        assertThat(pictures.find(code)).isPresent();
    }

    @Test
    void the_first_picture_of_an_article_stands_for_it_until_another_one_is_chosen() {
        String first = added(image("png", 400, 300, Color.BLUE));
        String second = added(image("png", 500, 300, Color.RED));
        Published article =
                published(anArticle().saying("![One](picture:" + first + ")\n\n![Two](picture:" + second + ")"));
        String page = "/news/" + article.slug();
        assertThat(cardPicture()).contains("/" + first);
        assertThat(call().get(page).html().select("meta[property=og:image]").attr("content"))
                .startsWith("http")
                .contains("/news/pictures/" + first);

        Answer choice = erin().get("/staff/news/" + article.id() + "/leading-picture");
        assertThat(choice.html().select("[name=leading][checked]").val()).isEqualTo(first);
        assertThat(erin().submit(choice, "Save", Map.of("leading", List.of(second)))
                        .status())
                .isEqualTo(303);

        assertThat(cardPicture()).contains("/" + second);
        Answer read = call().get(page);
        assertThat(read.html().select("meta[property=og:image]").attr("content"))
                .contains(second);
        assertThat(read.html().select("script[type=application/ld+json]").html())
                .contains("/news/pictures/" + second);
        assertThat(read.html().select("article img")).hasSize(2);
        assertThat(read.text()).contains("Another of its pictures leads the article.");
        Answer again = erin().get("/staff/news/" + article.id() + "/leading-picture");
        assertThat(again.html().select("[name=leading][checked]").val()).isEqualTo(second);
        erin().submit(again, "Save", Map.of("leading", List.of(first)));
        assertThat(cardPicture()).contains("/" + first);
    }

    private String cardPicture() {
        return call().get("/news").html().select(".bl-teaser__picture").attr("src");
    }

    @Test
    void an_article_without_pictures_has_none_in_lists_and_nobody_else_chooses_one() {
        Published article = published(anArticle());
        assertThat(cardPicture()).isEmpty();
        assertThat(call().get("/news/" + article.slug()).html().select("meta[property=og:image]"))
                .isEmpty();
        String path = "/staff/news/" + article.id() + "/leading-picture";
        assertThat(erin().get(path).text()).contains("This article shows no picture");
        assertThat(call().get(path).status()).isEqualTo(401);
        assertThat(call().as(staff("Will Watford").as("editor").in("hertfordshire/watford"))
                        .get(path)
                        .status())
                .isEqualTo(403);
        assertThat(call().post(path, Map.of("version", List.of("2"))).status()).isEqualTo(401);
    }
}
