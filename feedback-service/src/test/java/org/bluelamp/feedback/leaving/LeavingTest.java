package org.bluelamp.feedback.leaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bluelamp.feedback.cases.CaseDesk;
import org.bluelamp.feedback.cases.Closing;
import org.bluelamp.feedback.cases.ContactDetails;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.cases.ContactIntake;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.feedback.concern.Effect;
import org.bluelamp.feedback.concern.Intake;
import org.bluelamp.feedback.concern.Submission;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.RoundScene;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.hamcrest.Matchers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeavingTest extends RoundScene {

    private static final String PATH = "/staff/feedback/leaving";
    private static final String KEY = "a key of the tests, longer than 32 characters";

    @Autowired
    private ContactIntake intake;

    @Autowired
    private Intake concerns;

    @Autowired
    private CaseDesk cases;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry registry) {
        registry.add("TRANSFER_KEY", () -> KEY);
    }

    @Test
    void an_administrator_of_the_force_takes_everything_of_one_moment_with_a_manifest_that_proves_it()
            throws Exception {
        Open round = open();
        send("The street light is broken", "rosa@example.org");
        Map<String, String> files = files(asked(false).with(as("administrator", "hertfordshire", "Ada Admin")));
        JsonNode manifest = JsonMapper.shared().readTree(files.get("manifest.json"));
        StringBuilder signed = new StringBuilder("hertfordshire\n"
                + manifest.get("createdAt").asString() + "\n"
                + manifest.get("contacts").asBoolean());
        assertThat(files.keySet()).last().isEqualTo("manifest.json");
        for (JsonNode file : manifest.get("files")) {
            String content = files.get(file.get("name").asString());
            assertThat(content.lines().count()).isEqualTo(file.get("rows").asLong());
            assertThat(sha256(content)).isEqualTo(file.get("sha256").asString());
            signed.append("\n%s %s %s"
                    .formatted(
                            file.get("name").asString(),
                            file.get("rows").asLong(),
                            file.get("sha256").asString()));
        }
        assertThat(manifest.get("signature").asString()).isEqualTo(code(signed.toString()));
        assertThat(manifest.get("files").size()).isEqualTo(files.size() - 2);
        assertThat(files.get("photo.jsonl")).isEmpty();
        assertThat(files.get("case.jsonl")).contains("The street light is broken", "\"received_at\": \"2");
        assertThat(files.get("round.jsonl")).contains(round.id().toString());
        assertThat(files.get("round-question.jsonl")).contains("Do you feel safe after dark?");
        assertThat(files.get("deed.jsonl")).contains("round.planned", "Sam");
        assertThat(deeds("hertfordshire")).last().isEqualTo("everything.exported Ada Admin");
        assertThat(files.get("README.txt")).contains("hertfordshire", "HMAC-SHA256");
    }

    @Test
    void no_secret_of_ours_and_no_way_to_reach_a_sender_is_in_it() throws Exception {
        send("Please write back", "rosa@example.org");
        Map<String, String> files = files(asked(false).with(as("administrator", "hertfordshire")));
        assertThat(files).doesNotContainKeys("contacts.jsonl", "flyway-schema-history.jsonl");
        assertThat(files.get("case.jsonl"))
                .contains("Please write back")
                .doesNotContain("link_hash", "submission_key", "\"mail\"", "rosa@example.org");
        assertThat(files.get("voice-code.jsonl")).doesNotContain("code_hash");
    }

    @Test
    void how_senders_of_open_cases_can_be_reached_is_in_it_when_it_is_asked_for_and_that_is_recorded()
            throws Exception {
        send("Open", "rosa@example.org");
        Reference over = send("Over", "omar@example.org");
        cases.close(SAM, over, 1, Closing.NO_MESSAGE);
        Map<String, String> files = files(asked(true).with(as("administrator", "hertfordshire", "Ada Admin")));
        assertThat(files.get("contacts.jsonl").lines())
                .singleElement()
                .asString()
                .contains("rosa@example.org", "\"reference\"");
        assertThat(deeds("hertfordshire")).last().isEqualTo("everything.exported.with-contacts Ada Admin");
        assertThat(page(get(PATH).with(as("administrator", "hertfordshire"))).text())
                .contains("Ada Admin, with contact details", "The contract ends");
    }

    @Test
    void photos_of_concerns_are_in_it_as_files_that_the_signed_list_proves_and_none_that_waits_for_its_concern()
            throws Exception {
        byte[] big = new byte[300_000];
        new Random(7).nextBytes(big);
        byte[] small = {(byte) 0xff, (byte) 0xd8, 0, 10, 13};
        Reference fence = concernWith(big);
        Reference lamp = concernWith(small);
        jdbc.sql("insert into photo (id, form_hash, image, kept_at) values (:id, sha256('form'), 'waits', now())")
                .param("id", UUID.randomUUID())
                .update();
        Map<String, byte[]> files = bytes(asked(false).with(as("administrator", "hertfordshire")));
        String list = new String(files.get("photo.jsonl"), UTF_8);
        Map<String, byte[]> byConcern = new HashMap<>();
        for (String line : list.lines().toList()) {
            JsonNode photo = JsonMapper.shared().readTree(line);
            byte[] image = files.get(photo.get("file").asString());
            assertThat(sha256(image)).isEqualTo(photo.get("sha256").asString());
            assertThat(image).hasSize(photo.get("bytes").asInt());
            byConcern.put(photo.get("concern").asString(), image);
        }
        assertThat(byConcern).containsOnlyKeys(fence.value(), lamp.value());
        assertThat(byConcern.get(fence.value())).isEqualTo(big);
        assertThat(byConcern.get(lamp.value())).isEqualTo(small);
        assertThat(files.keySet().stream().filter(name -> name.startsWith("photos/")))
                .hasSize(2);
        JsonNode manifest = JsonMapper.shared().readTree(files.get("manifest.json"));
        assertThat(manifest.get("files")
                        .valueStream()
                        .filter(file -> file.get("name").asString().equals("photo.jsonl")))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.get("rows").asInt()).isEqualTo(2);
                    assertThat(file.get("sha256").asString()).isEqualTo(sha256(list));
                });
    }

    @Test
    void every_column_of_bytes_is_a_photo_or_means_nothing_elsewhere() {
        assertThat(jdbc.sql("""
                        select table_name || '.' || column_name
                          from information_schema.columns
                         where table_schema = current_schema() and data_type = 'bytea'""").query(String.class).list())
                .as("taken along as files, or a hash, a key, or sealed")
                .filteredOn(column -> !column.matches(
                        "photo\\.image|.*(_hash|_key|_digest|\\.once|\\.key_sealed)|" + "case\\.(mail|telephone)"))
                .isEmpty();
    }

    @Test
    void nobody_else_takes_it_not_even_an_administrator_of_a_district() throws Exception {
        int before = count("audit.deed");
        for (String role : List.of("officer", "sergeant", "editor", "operator", "approver")) {
            mvc.perform(asked(false).with(as(role, "hertfordshire"))).andExpect(status().isForbidden());
            mvc.perform(get(PATH).with(as(role, "hertfordshire"))).andExpect(status().isForbidden());
        }
        mvc.perform(asked(true).with(as("administrator", "hertfordshire/stevenage")))
                .andExpect(status().isForbidden());
        mvc.perform(get(PATH).with(as("administrator", "hertfordshire/stevenage")))
                .andExpect(status().isForbidden());
        mvc.perform(asked(false)).andExpect(status().isUnauthorized());
        assertThat(count("audit.deed")).isEqualTo(before);
    }

    @Test
    void without_a_reason_nothing_is_taken_and_what_was_chosen_stays() throws Exception {
        int before = count("audit.deed");
        var refused = mvc.perform(post(PATH)
                        .param("reason", " ")
                        .param("contacts", "yes")
                        .with(as("administrator", "hertfordshire")))
                .andExpect(status().isUnprocessableContent())
                .andReturn();
        Document page = page(refused);
        assertThat(page.select(".govuk-error-summary").text()).contains("Enter why you take it");
        assertThat(page.select("input[name=contacts][checked]")).hasSize(1);
        assertThat(count("audit.deed")).isEqualTo(before);
    }

    @Test
    void every_table_is_taken_or_named_as_our_own_work() throws Exception {
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.tables
                         where table_schema = current_schema() and table_type = 'BASE TABLE'""").query(String.class).list();
        Map<String, String> files = files(asked(false).with(as("administrator", "hertfordshire")));
        assertThat(tables)
                .hasSizeGreaterThan(20)
                .allSatisfy(table -> assertThat(files.containsKey(table.replace('_', '-') + ".jsonl"))
                        .isNotEqualTo(Tables.LEFT_OUT.contains(table)));
    }

    private static MockHttpServletRequestBuilder asked(boolean contacts) {
        MockHttpServletRequestBuilder request = post(PATH).param("reason", "The contract ends");
        return contacts ? request.param("contacts", "yes") : request;
    }

    private Map<String, String> files(MockHttpServletRequestBuilder request) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        bytes(request).forEach((name, content) -> files.put(name, new String(content, UTF_8)));
        return files;
    }

    private Map<String, byte[]> bytes(MockHttpServletRequestBuilder request) throws Exception {
        byte[] zip = mvc.perform(request)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/zip"))
                .andExpect(header().string("Content-Disposition", Matchers.containsString("feedback-hertfordshire-")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return files(zip);
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private Reference send(String text, String mail) {
        return intake.take(
                        new ContactMessage(
                                new AreaCode(STEVENAGE_NORTH), Kind.MESSAGE, text, new ContactDetails(mail, null)),
                        text,
                        null)
                .reference();
    }

    private Reference concernWith(byte[] image) {
        String form = UUID.randomUUID().toString();
        Submission submission = new Submission(
                new AreaCode(STEVENAGE_NORTH), Set.of("speeding"), "Broken " + form, "", "", Effect.SOME, null);
        Reference reference = concerns.take(submission, Intake.From.form(form, submission, ContactDetails.NONE, null))
                .reference();
        jdbc.sql("""
                        insert into photo (id, concern_id, image, kept_at)
                        select :id, id, :image, now() from concern where reference = :reference""")
                .param("id", UUID.randomUUID())
                .param("image", image)
                .param("reference", reference.value())
                .update();
        return reference;
    }

    private static String sha256(String content) throws GeneralSecurityException {
        return sha256(content.getBytes(UTF_8));
    }

    private static String sha256(byte[] content) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String code(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}
