package org.bluelamp.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.directory.team.TheTeam.NORTH;
import static org.bluelamp.directory.team.TheTeam.OLIVE;
import static org.bluelamp.directory.team.TheTeam.OSCAR;
import static org.bluelamp.directory.team.TheTeam.edit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.Forms;
import org.bluelamp.directory.photo.Photos;
import org.bluelamp.directory.photo.SamplePhotos;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DirectoryTest
class PhotoTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Teams teams;

    @Autowired
    private TeamRegister register;

    @Autowired
    private Photos photos;

    private Team before;
    private Member neil;
    private String page;

    @BeforeEach
    void remember() {
        before = teams.find(NORTH).orElseThrow();
        neil = TheTeam.person(teams, "Neil Griffiths");
        page = edit(neil.id()) + "/photo";
    }

    @AfterEach
    void put_back() {
        olive().post(page + "/remove", Map.of());
        TheTeam.restore(register, before);
    }

    @Test
    void a_photo_stands_on_the_page_with_the_name_as_its_alternative() {
        Answer sent = upload(SamplePhotos.photo("png", 400, 300));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(olive().page(sent.location())
                        .select(".govuk-notification-banner")
                        .text())
                .contains("The photo is on the team’s page");
        Element photo =
                new Caller(port).page(TheTeam.PAGE).select(".bl-contact img").first();
        assertThat(photo).isNotNull();
        assertThat(photo.attr("alt")).isEqualTo("Photo of PC Neil Griffiths");

        Answer picture = new Caller(port).get(photo.attr("src"));
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.response().headers().allValues("Cache-Control"))
                .containsExactly("max-age=31536000, public, immutable");
        assertThat(new Caller(port)
                        .get(photo.attr("src").replace("-360.", "-361."))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void removing_it_takes_it_off_the_page_and_off_its_address() {
        upload(SamplePhotos.photo("jpg", 400, 300));
        String address =
                new Caller(port).page(TheTeam.PAGE).select(".bl-contact img").attr("src");
        assertThat(olive().page(page + "/remove").select("main").text())
                .contains("Remove the photo", "Go back and keep it");
        assertThat(new Caller(port).get(address).status()).as("asking alone").isEqualTo(200);
        Answer removed = olive().post(page + "/remove", Map.of());
        assertThat(removed.status()).isEqualTo(303);
        assertThat(olive().page(removed.location())
                        .select(".govuk-notification-banner")
                        .text())
                .contains("The photo is off the team’s page");
        assertThat(new Caller(port).page(TheTeam.PAGE).select(".bl-contact img"))
                .isEmpty();
        assertThat(new Caller(port).get(address).status()).isEqualTo(404);
    }

    @Test
    void what_no_member_has_is_deleted_after_a_month_and_not_before() {
        upload(SamplePhotos.photo("jpg", 400, 300));
        Instant now = Instant.now();
        assertThat(photos.deleteExpired(now.plus(Duration.ofDays(40)), 100)).isZero();
        olive().post(page + "/remove", Map.of());
        assertThat(photos.deleteExpired(now, 100)).isZero();
        assertThat(photos.deleteExpired(now.plus(Duration.ofDays(29)), 100)).isZero();
        assertThat(photos.deleteExpired(now.plus(Duration.ofDays(31)), 100)).isPositive();
    }

    @Test
    void a_picture_that_can_act_or_a_renamed_text_is_refused_with_the_reason() {
        refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "JPEG, PNG or WebP");
        refused("hello".getBytes(StandardCharsets.UTF_8), "JPEG, PNG or WebP");
        refused(new byte[0], "Choose a photo");
        refused(new byte[9 * 1024 * 1024], "smaller than 8 MB");
        refused(SamplePhotos.bomb(20_000, 20_000), "too many pixels");
        assertThat(TheTeam.person(teams, "Neil Griffiths").photo()).isNull();
    }

    @Test
    void only_who_edits_the_team_gives_it_photos() {
        assertThat(Forms.upload(port, OSCAR, page, "photo", "me.jpg", SamplePhotos.photo("jpg", 200, 200))
                        .status())
                .isEqualTo(403);
        assertThat(Forms.upload(port, null, page, "photo", "me.jpg", SamplePhotos.photo("jpg", 200, 200))
                        .status())
                .isEqualTo(401);
    }

    private void refused(byte[] file, String why) {
        Answer answer = upload(file);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select(".govuk-error-summary").text())
                .contains(why);
    }

    private Answer upload(byte[] file) {
        return Forms.upload(port, OLIVE, page, "photo", "portrait.jpg", file);
    }

    private Caller olive() {
        return new Caller(port).as(OLIVE);
    }
}
