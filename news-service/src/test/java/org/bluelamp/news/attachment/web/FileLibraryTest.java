package org.bluelamp.news.attachment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.attachment.Attachments;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class FileLibraryTest extends NewsTest {

    private static final String LIBRARY = "/staff/news/files";
    private static final TestStaff EDITOR = staff("Erin Editor").as("editor").in("hertfordshire");
    private static final TestStaff OFFICER =
            staff("Olive Officer").as("officer").in("hertfordshire");

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @Autowired
    private Attachments attachments;

    @Autowired
    private Clock clock;

    private Caller erin() {
        return call().as(EDITOR);
    }

    private Answer upload(Caller who, String name, byte[] file) {
        return who.upload(LIBRARY, Map.of("title", "Map of closed roads"), "file", name, file);
    }

    private String added(String name, String text) {
        Answer answer = upload(erin(), name, bytes(text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return attachments.newest(0, 1).getFirst().code();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] word(Map<String, String> moreParts) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types><Override ContentType=\"" + WORD + "\"/></Types>");
        parts.put("word/document.xml", "<document/>");
        parts.putAll(moreParts);
        return zip(parts);
    }

    @Test
    void a_file_goes_from_the_library_into_an_article_and_is_downloaded_never_opened_in_our_site() {
        added("C:\\Plans\\Road map (final) é.PDF", "%PDF-1.7 a map");
        String line = erin().page(LIBRARY).expectFirst("pre").text();
        Published article = published(anArticle().saying(line));
        Element link = call().page("/news/" + article.slug()).expectFirst("main a[href^=/news/files/]");
        assertThat(link.text()).isEqualTo("Map of closed roads (PDF, 1 KB)");

        Answer file = call().get(link.attr("href"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("%PDF-1.7 a map");
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"Road-map-final-e.pdf\"");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Cache-Control")).contains("immutable");
        assertThat(call().get("/news/files/" + "0".repeat(64) + "/a.pdf").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "roads.csv, 'Road,From\nHigh Street,-2'",
        "roads.txt, Closed from Monday",
        "roads.ics, 'BEGIN:VCALENDAR\nEND:VCALENDAR\n'"
    })
    void plain_files_of_the_list_are_taken(String name, String text) {
        assertThat(upload(erin(), name, bytes(text)).status()).isEqualTo(303);
    }

    @Test
    void word_files_are_taken_without_macros_and_refused_with_them() {
        assertThat(upload(erin(), "a.docx", word(Map.of())).status()).isEqualTo(303);
        refused("a.docx", word(Map.of("word/vbaProject.bin", "x")), "macros");
        refused("a.docx", word(Map.of("word/embeddings/a.exe", "MZ")), "macros or another file");
        refused("a.docx", word(Map.of("word/_rels/settings.xml.rels", "<r Type='x/attachedTemplate'/>")), "macros");
        refused("a.xlsx", word(Map.of()), "called .xlsx and is none");
        refused("a.docx", bytes("PK not really"), "called .docx and is none");
        refused("a.docx", word(Map.of("word/a.xml", "0".repeat(101 * 1024 * 1024))), "unpacks to more");
    }

    @ParameterizedTest
    @CsvSource({
        "run.exe, MZ, must be a PDF",
        "page.html, <script>alert(1)</script>, must be a PDF",
        "macro.docm, PK, must be a PDF",
        "noending, text, must be a PDF",
        "map.pdf, MZ a program, called .pdf and is none",
        "map.pdf, '%PDF-1.7 /OpenAction << /S /JavaScript /JS (x) >>', holds a program",
        "map.pdf, '%PDF-1.7 << /S /J#61vaScript >>', holds a program",
        "roads.csv, '=cmd|x', begins with =",
        "roads.csv, 'a,\"=1+1\"', begins with =",
        "meet.ics, Monday at ten, called .ics and is none",
        "a.txt, '', not empty"
    })
    void what_is_not_on_the_list_or_does_harm_is_refused_and_the_words_are_kept(String name, String text, String why) {
        refused(name, bytes(text), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF=1+1",
                "\uFEFF\"=1+1\"",
                "Road,\u200B@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "Road\n-2+3+cmd|' /C calc'!A0",
                "\"-2,cmd|' /C calc'!A0\"",
                "Road,- A1",
                "\uFF1D1+1",
                "\uFF0Bcmd|' /C calc'!A0",
                "\uFF0DA1",
                "\uFF20SUM(A1)",
                "Road,\"\t=1+1\"",
                "Road,\"\r=1+1\"",
                "Road,\"\t+A1\""
            })
    void a_table_with_a_cell_that_a_table_program_may_run_is_refused(String table) {
        refused("roads.csv", bytes(table), "begins with =");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFRoad,From\r\nHigh Street,-2\r\n",
                "Change;-2.5;+1,000;\"-1,000.50\";-£20;+3%;-1.5e-7",
                "Telephone,+44 1438 757000,\"+44 1438 757000\"",
                "Nothing known,-,\"-\"",
                "Mail,team@bluelamp.example,a=b,A-road,1+1"
            })
    void a_table_with_numbers_and_words_is_taken(String table) {
        assertThat(upload(erin(), "roads.csv", bytes(table)).status()).isEqualTo(303);
    }

    @Test
    void a_program_called_text_is_refused() {
        refused("a.txt", new byte[] {'M', 'Z', 0, 1, 2}, "called .txt and is none");
        refused("a.txt", new byte[] {(byte) 0xff, (byte) 0xfe}, "UTF-8");
        refused("a.txt", new byte[Attachments.LARGEST_FILE + 1], "smaller than 10 MB");
    }

    private void refused(String name, byte[] file, String why) {
        Answer answer = upload(erin(), name, file);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary").text()).contains(why);
        assertThat(answer.html().select("[name=title]").val()).isEqualTo("Map of closed roads");
    }

    @Test
    void a_file_in_use_stays_and_one_of_a_withdrawn_article_answers_410_and_goes() {
        String code = added("a.txt", "Closed");
        String address = attachments.file(code).orElseThrow().address();
        Published article = published(anArticle().saying("[Map](file:" + code + ")"));
        assertThat(erin().post(LIBRARY + "/" + code + "/remove", Map.of()).status())
                .isEqualTo(409);
        assertThat(call().get(address).status()).isEqualTo(200);
        newsroom.withdraw(ERIN, article.id(), article.version(), "Wrong map.");
        assertThat(call().get(address).status()).isEqualTo(410);
        attachments.deleteExpired(clock.instant(), 100);
        assertThat(attachments.deleteExpired(clock.instant().plus(Duration.ofDays(31)), 100))
                .isEqualTo(1);
        assertThat(call().get(address).status()).isEqualTo(410);
    }

    @Test
    void only_editors_come_into_the_library() {
        String code = added("a.txt", "Closed");
        for (Caller other : List.of(call().as(OFFICER), call())) {
            int refused = other.headers().isEmpty() ? 401 : 403;
            assertThat(other.get(LIBRARY).status()).isEqualTo(refused);
            assertThat(upload(other, "b.txt", bytes("x")).status()).isEqualTo(refused);
            assertThat(other.post(LIBRARY + "/" + code + "/remove", Map.of()).status())
                    .isEqualTo(refused);
        }
        assertThat(erin().post(LIBRARY + "/" + code + "/remove", Map.of()).status())
                .isEqualTo(303);
    }
}
