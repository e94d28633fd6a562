package org.bluelamp.feedback.concern.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.bluelamp.feedback.FeedbackTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

class ConcernApiTest extends FeedbackTest {

    private static final String CONCERNS = "/api/v1/feedback/concerns";
    private static final String NOISE = """
            {"area": "hertfordshire/stevenage/stevenage-north", "themes": ["anti-social-behaviour"],
             "text": "Noise", "effect": "some"}""";

    @BeforeEach
    void areas() {
        hertfordshireIsKnown();
    }

    @Test
    void a_concern_is_raised_once_however_often_it_is_sent() throws Exception {
        String first = raise("key-1", NOISE)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.area").value(STEVENAGE_NORTH))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String second = raise("key-1", NOISE)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(second).isEqualTo(first);
        assertThat(count("concern")).isEqualTo(1);
    }

    @Test
    void a_key_used_for_another_concern_is_refused() throws Exception {
        raise("key-2", NOISE);
        raise("key-2", NOISE.replace("Noise", "Something else"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        assertThat(count("concern")).isEqualTo(1);
    }

    @Test
    void bad_input_is_answered_with_every_field_and_its_reason_as_problem_json() throws Exception {
        raise("key-3", """
                {"area": "hertfordshire/stevenage/stevenage-north", "themes": [null], "text": "%s"}""".formatted("x".repeat(2001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field", hasItem("themes")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("text")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("effect")));
        raise("key-3", NOISE.replace("stevenage-north", "nowhere"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("area"));
        raise("key-3", NOISE.replace("/stevenage-north", "")).andExpect(status().isUnprocessableContent());
        raise("key-3", NOISE.replace("hertfordshire/", "NO SUCH ")).andExpect(status().isUnprocessableContent());
        raise(" ", NOISE).andExpect(status().isBadRequest());
        raise("key-3", "{").andExpect(status().isBadRequest());
        mvc.perform(post(CONCERNS).contentType(MediaType.APPLICATION_JSON).content(NOISE))
                .andExpect(status().isBadRequest());
        assertThat(count("concern")).isZero();
    }

    @Test
    void half_a_character_and_a_nul_do_no_harm() throws Exception {
        raise("key-4", NOISE.replace("Noise", "a\\u0000b\\ud83dc")).andExpect(status().isCreated());
        assertThat(jdbc.sql("select text from concern").query(String.class).single())
                .isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void staff_read_the_concerns_of_their_areas_and_no_others() throws Exception {
        String there = raise("key-5", NOISE).andReturn().getResponse().getHeader("Location");
        assertThat(there).isNotNull();
        mvc.perform(get(CONCERNS).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.concerns[0].text").value("Noise"))
                .andExpect(jsonPath("$.concerns[0].state").value("new"));
        mvc.perform(get(CONCERNS).with(as("officer", TOWN_CENTRE)))
                .andExpect(jsonPath("$.total").value(0));
        mvc.perform(get(there).with(as("sergeant", STEVENAGE_NORTH))).andExpect(status().isOk());
        mvc.perform(get(there).with(as("officer", TOWN_CENTRE))).andExpect(status().isForbidden());
        mvc.perform(get(there).with(as("editor", "hertfordshire"))).andExpect(status().isForbidden());
        mvc.perform(get(there)).andExpect(status().isUnauthorized());
        mvc.perform(get(CONCERNS)).andExpect(status().isUnauthorized());
        mvc.perform(get(CONCERNS + "/0000-0000").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_place_and_what_it_means_as_well_go_with_a_concern_and_staff_of_the_area_alone_see_them() throws Exception {
        outlineOfNorth();
        String first = reference(raise("key-6", NOISE).andExpect(status().isCreated()));
        shown(first);
        String with = NOISE.replace(
                "\"effect\"",
                "\"pin\": {\"lat\": 51.923456, \"lng\": -0.2}, \"supports\": \"c-%s\", \"effect\"".formatted(first));
        String answer = raise("key-7", with)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        raise("key-7", with).andExpect(content().json(answer));
        String second = reference(raise("key-7", with));
        mvc.perform(get(CONCERNS + "/" + second).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(jsonPath("$.pin.lat").value(51.92346))
                .andExpect(jsonPath("$.pin.lng").value(-0.2))
                .andExpect(jsonPath("$.photo").value(false));
        mvc.perform(get(CONCERNS + "/" + first).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(jsonPath("$.unconfirmedSupporters").value(1))
                .andExpect(jsonPath("$.pin").doesNotExist());
        mvc.perform(get(CONCERNS + "/" + second).with(as("officer", TOWN_CENTRE)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/feedback/said?area=" + STEVENAGE_NORTH))
                .andExpect(jsonPath("$.concerns[*].code", contains("c-" + first)))
                .andExpect(content().string(not(containsString("51.92"))));
        raise("key-7", NOISE).andExpect(status().isUnprocessableContent());
        raise("key-7", with.replace("51.923456", "51.93")).andExpect(status().isUnprocessableContent());
        assertThat(count("concern")).isEqualTo(2);
        assertThat(count("support")).isOne();
    }

    @Test
    void a_place_elsewhere_and_what_cannot_be_supported_are_refused_with_every_other_mistake() throws Exception {
        String hidden = reference(raise("key-8", NOISE).andExpect(status().isCreated()));
        String lost = NOISE.replace("Noise", "Lost");
        for (String place :
                List.of("{\"lat\": 51.92, \"lng\": -0.2}", "{\"lat\": 91, \"lng\": -0.2}", "{\"lat\": 51.92}", "{}")) {
            raise("key-9", lost.replace("\"effect\"", "\"pin\": " + place + ", \"effect\""))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[*].field", contains("pin")));
        }
        outlineOfNorth();
        for (String supports : List.of("c-" + hidden, "nonsense", "p-" + UUID.randomUUID())) {
            raise(
                            "key-9",
                            lost.replace(
                                    "\"effect\"",
                                    "\"pin\": {\"lat\": 52.3, \"lng\": -0.2}, \"supports\": \"%s\", \"effects\""
                                            .formatted(supports)))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("effect", "pin", "supports")));
        }
        assertThat(count("concern")).isOne();
    }

    @Test
    void a_photo_goes_with_a_concern_painted_anew_once_however_often_it_is_sent() throws Exception {
        byte[] photo = picture(1_600, 1_200);
        String answer = raise("key-10", NOISE, photo)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        raise("key-10", NOISE, photo)
                .andExpect(status().isCreated())
                .andExpect(content().json(answer));
        String reference = reference(raise("key-10", NOISE, photo));
        mvc.perform(get(CONCERNS + "/" + reference).with(as("officer", STEVENAGE_NORTH)))
                .andExpect(jsonPath("$.photo").value(true));
        byte[] kept = mvc.perform(
                        get("/staff/feedback/" + reference + "/photo.jpg").with(as("officer", STEVENAGE_NORTH)))
                .andExpect(content().contentType("image/jpeg"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(shown.getWidth()).isEqualTo(1_280);
        assertThat(kept).isNotEqualTo(photo);
        raise("key-10", NOISE, picture(400, 300))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        raise("key-11", NOISE, null).andExpect(status().isCreated());
        assertThat(count("photo")).as("none waits, and the second has none").isOne();
        assertThat(count("concern")).isEqualTo(2);
    }

    @Test
    void what_is_no_photo_is_refused_and_nothing_is_kept() throws Exception {
        for (byte[] file : List.of(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8),
                Arrays.copyOf(picture(400, 400), 60),
                new byte[9 * 1024 * 1024])) {
            raise("key-12", NOISE, file)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.errors[*].field", contains("photo")));
        }
        raise("key-12", NOISE.replace("some", "nothing"), picture(400, 300))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", contains("effect")));
        mvc.perform(multipart(CONCERNS).header("Idempotency-Key", "key-12")).andExpect(status().isBadRequest());
        assertThat(count("concern")).isZero();
        assertThat(count("photo")).isZero();
    }

    @Test
    void programs_that_send_one_concern_with_its_photo_at_the_same_moment_keep_it_once_and_no_photo_waits()
            throws Exception {
        byte[] photo = picture(400, 300);
        try (ExecutorService rivals = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = rivals
                    .invokeAll(Collections.nCopies(6, (Callable<Integer>) () -> raise("key-13", NOISE, photo)
                            .andReturn()
                            .getResponse()
                            .getStatus()))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(201);
        }
        assertThat(count("concern")).isOne();
        assertThat(count("photo where concern_id is not null")).isOne();
        assertThat(count("photo")).isOne();
    }

    @Test
    void a_flood_of_programs_is_set_aside_but_for_danger_and_a_person_takes_it_back() throws Exception {
        for (int i = 0; i < 30; i++) {
            raise("flood-" + i, NOISE).andExpect(status().isCreated());
        }
        assertThat(count("concern where set_aside is null")).isEqualTo(30);
        String there = raise("one-more", NOISE).andReturn().getResponse().getHeader("Location");
        assertThat(there).isNotNull();
        raise("danger", NOISE.replace("Noise", "There is a bomb")).andExpect(status().isCreated());
        raise("elsewhere", NOISE.replace("stevenage-north", "stevenage-south")).andExpect(status().isCreated());
        assertThat(jdbc.sql("select text from concern where set_aside = 'flood'")
                        .query(String.class)
                        .list())
                .containsExactly("Noise");
        assertThat(count("\"case\" where set_aside = 'flood'")).isOne();

        String reference = there.substring(there.lastIndexOf('/') + 1);
        mvc.perform(post("/staff/feedback/contacts/" + reference + "/answer")
                        .param("version", "1")
                        .param("text", "We came")
                        .with(as("officer", STEVENAGE_NORTH)))
                .andExpect(status().isSeeOther());
        assertThat(count("concern where set_aside is not null")).isZero();

        clock.moveBy(Duration.ofMinutes(11));
        raise("later", NOISE).andExpect(status().isCreated());
        assertThat(count("concern where set_aside is not null")).isZero();
    }

    @Test
    void the_api_describes_itself() throws Exception {
        mvc.perform(get("/api/v1/feedback/openapi"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/feedback/concerns'].post.parameters[0].name")
                        .value("Idempotency-Key"))
                .andExpect(jsonPath("$.paths['/api/v1/feedback/concerns'].post.requestBody.content.keys()")
                        .value(containsInAnyOrder("application/json", "multipart/form-data")))
                .andExpect(jsonPath("$.paths['/api/v1/feedback/concerns'].post.requestBody.content"
                                + "['multipart/form-data'].schema.properties.photo.format")
                        .value("binary"))
                .andExpect(jsonPath("$.components.schemas.NewConcern.properties.pin")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/v1/feedback/supports'].post").exists())
                .andExpect(jsonPath("$.paths['/api/v1/feedback/said'].get").exists())
                .andExpect(header().exists("Cache-Control"));
        mvc.perform(get("/api/v1/feedback/themes"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", hasItem("fly-tipping")));
    }

    private static String reference(ResultActions raised) throws Exception {
        String there = raised.andReturn().getResponse().getHeader("Location");
        assertThat(there).isNotNull();
        return there.substring(there.lastIndexOf('/') + 1);
    }

    private void shown(String reference) {
        jdbc.sql("update concern set public_text = text, public_at = now() where reference = :reference")
                .param("reference", reference)
                .update();
    }

    private void outlineOfNorth() {
        dispatch(event("directory.area.changed", STEVENAGE_NORTH, 2, """
                {"code": "%s", "kind": "neighbourhood", "name": "Stevenage North", "parent": null, "label": "Team",
                 "boundary": {"type": "Polygon", "coordinates":
                     [[[-0.23, 51.90], [-0.17, 51.90], [-0.17, 51.94], [-0.23, 51.94], [-0.23, 51.90]]]},
                 "contact": {}, "socialAccounts": [], "households": null}""".formatted(STEVENAGE_NORTH)));
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private ResultActions raise(String key, String body, byte @Nullable [] photo) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(CONCERNS);
        request.file(new MockMultipartFile("concern", "", "application/json", body.getBytes(UTF_8)));
        if (photo != null) {
            request.file(new MockMultipartFile("photo", "photo.png", "image/png", photo));
        }
        return mvc.perform(request.header("Idempotency-Key", key));
    }

    private ResultActions raise(String key, String body) throws Exception {
        return mvc.perform(post(CONCERNS)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
