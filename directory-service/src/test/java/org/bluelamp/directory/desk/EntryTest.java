package org.bluelamp.directory.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.directory.team.TheTeam.DINA;
import static org.bluelamp.directory.team.TheTeam.NORTH;
import static org.bluelamp.directory.team.TheTeam.OLIVE;
import static org.bluelamp.directory.team.TheTeam.OSCAR;
import static org.bluelamp.directory.team.TheTeam.PAGE;
import static org.bluelamp.directory.team.TheTeam.SAM;
import static org.bluelamp.directory.team.TheTeam.STEVENAGE;

import java.util.List;
import java.util.Map;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.Forms;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Social accounts and the text of an area. */
@DirectoryTest
class EntryTest {

    private static final String ACCOUNTS = "/staff/directory/accounts/" + NORTH;
    private static final String TEXT = "/staff/directory/texts/" + NORTH;
    private static final String HISTORY = "/staff/directory/history/" + NORTH;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void put_back() {
        database.sql("update area set social_accounts = '[]', description = null where code = :code")
                .param("code", NORTH.value())
                .update();
    }

    @Test
    void a_team_has_accounts_of_its_own_beside_those_of_its_district() {
        Map<String, String> form = Forms.fields(web(SAM).page(ACCOUNTS), ACCOUNTS);
        form.put("accounts[0].network", "instagram");
        form.put("accounts[0].name", "@StevenageNorth");
        form.put("accounts[0].url", "https://social.example.org/north");
        assertThat(web(SAM).post(ACCOUNTS, form).status()).isEqualTo(303);
        assertThat(new Caller(port).page(PAGE).select("main").text())
                .contains("Instagram: @StevenageNorth", "@StevenagePolice");
        String data = database.sql("""
                        select data::text from messaging.outbox
                        where type = 'directory.area.changed' and subject = :area order by version desc limit 1
                        """)
                .param("area", NORTH.value())
                .query(String.class)
                .single();
        Contracts.validate("directory.area.changed", data);
        assertThat(data).contains("@StevenageNorth");
        // It was sent again from a page that is old by now.
        assertThat(web(SAM).post(ACCOUNTS, form).status()).isEqualTo(409);
    }

    @Test
    void text_is_plain_words_whatever_is_typed() {
        Map<String, String> form = Forms.fields(web(SAM).page(TEXT), TEXT);
        form.put("text", "First line\nsecond line\n\n<script>alert(1)</script>");
        assertThat(web(SAM).post(TEXT, form).status()).isEqualTo(303);
        Document page = new Caller(port).page(PAGE);
        assertThat(page.select(".bl-prose p").eachText())
                .containsExactly("First line second line", "<script>alert(1)</script>");
        assertThat(page.select(".bl-prose script")).isEmpty();
        assertThat(Forms.fields(web(SAM).page(TEXT), TEXT).get("text"))
                .isEqualTo("First line\nsecond line\n\n<script>alert(1)</script>");
    }

    @Test
    void each_is_undone_alone() {
        Map<String, String> text = Forms.fields(web(SAM).page(TEXT), TEXT);
        text.put("text", "About us");
        web(SAM).post(TEXT, text);
        String change =
                web(SAM).page(HISTORY).select("[name=change]").getFirst().val();
        Map<String, String> accounts = Forms.fields(web(SAM).page(ACCOUNTS), ACCOUNTS);
        accounts.put("accounts[0].network", "facebook");
        accounts.put("accounts[0].name", "North");
        accounts.put("accounts[0].url", "https://social.example.org/north");
        web(SAM).post(ACCOUNTS, accounts);
        assertThat(web(OLIVE).post(HISTORY, Map.of("change", change)).status()).isEqualTo(403);
        assertThat(web(SAM).post(HISTORY, Map.of("change", change)).status()).isEqualTo(303);
        Document page = new Caller(port).page(PAGE);
        assertThat(page.select(".bl-prose")).isEmpty();
        assertThat(page.select("main").text()).contains("Facebook: North");
    }

    @Test
    void the_sergeant_changes_them_and_of_the_district_its_administrator() {
        for (String own : List.of(ACCOUNTS, TEXT)) {
            assertThat(web(SAM).get(own).status()).isEqualTo(200);
            assertThat(web(DINA).get(own).status()).isEqualTo(200);
            assertThat(web(OLIVE).get(own).status()).isEqualTo(403);
            assertThat(web(OSCAR).get(own).status()).isEqualTo(403);
            assertThat(web(OLIVE).post(own, Map.of("version", "1")).status()).isEqualTo(403);
        }
        String district = "/staff/directory/accounts/" + STEVENAGE;
        assertThat(web(DINA).get(district).status()).isEqualTo(200);
        assertThat(web(SAM).get(district).status()).isEqualTo(403);
        assertThat(web(DINA)
                        .get("/staff/directory/accounts/hertfordshire/watford")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "facebook, North, javascript:alert(1)",
        "facebook, North, http://social.example.org",
        "facebook, North, https://police.uk@evil.example",
        "facebook, North, ''",
        "'', North, https://social.example.org",
        "facebook, '', https://social.example.org",
    })
    void what_is_no_account_is_told_at_its_field(String network, String name, String url) {
        Map<String, String> form = Forms.fields(web(SAM).page(ACCOUNTS), ACCOUNTS);
        form.put("accounts[0].network", network);
        form.put("accounts[0].name", name);
        form.put("accounts[0].url", url);
        Answer answer = web(SAM).post(ACCOUNTS, form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select(".govuk-error-summary a")).hasSize(1);
    }

    private Caller web(TestStaff who) {
        return new Caller(port).as(who);
    }
}
