package org.bluelamp.news.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.Published;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignPagesTest extends NewsTest {

    private static final TestStaff ERIN_AT_HER_DESK =
            staff("Erin Editor").as("editor").in("hertfordshire");
    private static final TestStaff WATFORDS_EDITOR =
            staff("Will Watford").as("editor").in("hertfordshire/watford");

    @BeforeEach
    void beginWithoutCampaigns() {
        jdbc.sql("truncate campaign").update();
    }

    private Caller erin() {
        return call().as(ERIN_AT_HER_DESK);
    }

    private static Map<String, List<String>> filledIn(long startsIn, long endsIn) {
        LocalDate today = LondonTime.date(Instant.now());
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("name", List.of("Neighbourhood week"));
        fields.put("hashtag", List.of("#HertsWeek"));
        fields.put("summary", List.of("Meet your team."));
        fields.put("description", List.of("Come *early*."));
        fields.put("areas", List.of("hertfordshire/east-herts"));
        date(fields, "first", today.plusDays(startsIn));
        date(fields, "last", today.plusDays(endsIn));
        return fields;
    }

    private static void date(Map<String, List<String>> fields, String name, LocalDate day) {
        fields.put(name + ".day", List.of(String.valueOf(day.getDayOfMonth())));
        fields.put(name + ".month", List.of(String.valueOf(day.getMonthValue())));
        fields.put(name + ".year", List.of(String.valueOf(day.getYear())));
    }

    private String saved(Map<String, List<String>> fields) {
        Answer saved = erin().submit(erin().get("/staff/news/campaigns/new"), "Save", fields);
        assertThat(saved.status()).isEqualTo(303);
        return saved.location().replaceFirst("\\?.*", "");
    }

    private String publishedCampaign(Map<String, List<String>> fields) {
        String path = saved(fields);
        assertThat(erin().submit(erin().get(path), "Publish", Map.of()).status())
                .isEqualTo(303);
        return path;
    }

    @Test
    void a_draft_is_seen_by_nobody_until_it_is_published_and_is_over_when_it_is_ended() {
        String path = saved(filledIn(-1, 3));
        assertThat(call().get("/news/campaigns/hertsweek").status()).isEqualTo(404);
        assertThat(call().get("/news/campaigns").text()).contains("There are no campaigns yet");

        erin().submit(erin().get(path), "Publish", Map.of());
        assertThat(call().get("/news/campaigns/hertsweek").text()).contains("On now");

        erin().submit(erin().get(path), "End now", Map.of());
        assertThat(call().get("/news/campaigns/hertsweek").text()).contains("Over");
        assertThat(jdbc.sql("select count(*) from campaign where state = 'ended' and version = 3")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void its_page_shows_its_articles_newest_first_and_the_teams_that_take_part() {
        publishedCampaign(filledIn(-1, 3));
        publishedAt("2026-10-05T08:00:00Z", anArticle().titled("Older").of("HERTSWEEK"));
        publishedAt("2026-10-06T08:00:00Z", anArticle().titled("Newer").of("HertsWeek"));
        published(anArticle().titled("Of nothing"));

        Answer page = call().get("/news/campaigns/hertsweek");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("#HertsWeek");
        assertThat(page.html().select("main em").text()).isEqualTo("early");
        assertThat(page.html().select("main h3 a").eachText()).containsExactly("Newer", "Older");
        assertThat(page.html().select("main a[href^=/your-area/]").eachAttr("href"))
                .containsExactly("/your-area/east-herts/hertford", "/your-area/east-herts/ware");
        assertThat(page.html().select("link[rel=canonical]").attr("href")).endsWith("/news/campaigns/hertsweek");
        assertThat(page.header("Cache-Control")).contains("max-age=30");
    }

    @Test
    void a_campaign_that_is_on_has_texts_for_social_networks_with_its_link_and_hashtag() {
        String path = publishedCampaign(filledIn(-1, 3));

        Answer page = erin().get(path);

        assertThat(page.html().select("[data-bluelamp-copy] textarea").eachText())
                .hasSizeGreaterThan(2)
                .allSatisfy(text ->
                        assertThat(text).contains("/news/campaigns/hertsweek").endsWith("#HertsWeek"));
        erin().submit(page, "End now", Map.of());
        assertThat(erin().get(path).text()).doesNotContain("Texts for social networks");
    }

    @Test
    void search_engines_and_other_sites_find_it_and_its_articles_lead_to_it_and_a_draft_is_found_by_nobody() {
        String path = saved(filledIn(-1, 3));
        Published article = published(anArticle().of("HERTSWEEK"));
        String part = "aside h2:contains(Part of) + ul a";
        assertThat(call().get("/news/sitemap.xml").body()).doesNotContain("/news/campaigns/");
        assertThat(call().get("/news/" + article.slug()).html().select(part).attr("href"))
                .isEqualTo("/news?campaign=HERTSWEEK");

        erin().submit(erin().get(path), "Publish", Map.of());

        assertThat(call().get("/news/sitemap.xml").body()).contains("/news/campaigns/hertsweek<");
        assertThat(call().get("/news/sitemap-campaigns.xml").body()).contains("/news/campaigns/hertsweek<");
        assertThat(call().get("/news/" + article.slug()).html().select(part).attr("href"))
                .isEqualTo("/news/campaigns/hertsweek");
        Answer page = call().get("/news/campaigns/hertsweek");
        assertThat(page.html().select("meta[property=og:url]").attr("content")).endsWith("/news/campaigns/hertsweek");
        assertThat(page.html().select("meta[property=og:title]").attr("content"))
                .isNotEmpty();
        assertThat(page.html().select(".bl-share a[href^=mailto:]").attr("href"))
                .contains("hertsweek");
    }

    @Test
    void a_hashtag_in_another_case_leads_to_the_one_address() {
        publishedCampaign(filledIn(-1, 3));
        Answer moved = call().get("/news/campaigns/HertsWeek");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).endsWith("/news/campaigns/hertsweek");
        assertThat(call().get("/news/campaigns/no-such-thing").status()).isEqualTo(404);
    }

    @Test
    void the_list_tells_what_is_on_from_what_comes_and_what_is_over() {
        publishedCampaign(filledIn(0, 0));
        Map<String, List<String>> coming = filledIn(5, 9);
        coming.put("hashtag", List.of("#RuralWeek"));
        publishedCampaign(coming);
        Map<String, List<String>> past = filledIn(-9, -1);
        past.put("hashtag", List.of("#RoadWeek"));
        publishedCampaign(past);

        assertThat(call().get("/news/campaigns").html().select("main h2").eachText())
                .containsExactly("On now", "Coming up", "Over");
    }

    @Test
    void only_an_editor_of_every_area_of_a_campaign_may_see_and_change_it_on_the_desk() {
        String path = saved(filledIn(-1, 3));
        Caller will = call().as(WATFORDS_EDITOR);
        assertThat(will.get(path).status()).isEqualTo(403);
        assertThat(will.get(path + "/edit").status()).isEqualTo(403);
        for (String deed : List.of("publish", "end")) {
            assertThat(will.post(path + "/" + deed, Map.of("version", List.of("1")))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(will.get("/staff/news/campaigns").text()).contains("There is no campaign that you can edit");
        Answer refused = will.submit(will.get("/staff/news/campaigns/new"), "Save", filledIn(-1, 3));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("You may not publish for all of these areas");
        assertThat(call().get("/staff/news/campaigns").status()).isEqualTo(401);
        assertThat(call().as(staff("Ola Officer").as("officer").in("hertfordshire"))
                        .get("/staff/news/campaigns")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_second_of_two_who_change_a_campaign_is_told_and_keeps_the_text() {
        String path = saved(filledIn(-1, 3));
        Answer first = erin().get(path + "/edit");
        Answer second = erin().get(path + "/edit");
        erin().submit(first, "Save", Map.of("name", List.of("The first")));

        Answer told = erin().submit(second, "Save", Map.of("name", List.of("The second")));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("Erin Editor changed this campaign");
        assertThat(told.html().select("[name=name]").val()).isEqualTo("The second");

        assertThat(erin().submit(told, "Save", Map.of()).status()).isEqualTo(303);
        assertThat(erin().get(path).text()).contains("The second");
    }

    @Test
    void a_hashtag_belongs_to_one_campaign_and_keeps_its_letters_once_public() {
        String path = publishedCampaign(filledIn(-1, 3));
        Map<String, List<String>> same = filledIn(20, 22);
        same.put("hashtag", List.of("HERTSWEEK"));
        Answer taken = erin().submit(erin().get("/staff/news/campaigns/new"), "Save", same);
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("Another campaign has this hashtag");

        Answer other = erin().submit(erin().get(path + "/edit"), "Save", Map.of("hashtag", List.of("#Other")));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).contains("keeps its letters");
        assertThat(erin().submit(erin().get(path + "/edit"), "Save", Map.of("hashtag", List.of("#hertsWEEK")))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void what_is_wrong_in_the_form_is_told_at_its_field_and_nothing_typed_is_lost() {
        Map<String, List<String>> fields = filledIn(3, 1);
        fields.put("hashtag", List.of("#two words"));
        fields.put("name", List.of(" "));
        fields.put("areas", List.of());
        Answer page = erin().submit(erin().get("/staff/news/campaigns/new"), "Save", fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Enter a name")
                .contains("Enter one hashtag")
                .contains("The last day must be the first day or later")
                .contains("Choose at least one area");
        assertThat(page.html().select("[name=description]").text()).isEqualTo("Come *early*.");
    }

    @Test
    void deeds_are_on_record() {
        String path = publishedCampaign(filledIn(-1, 3));
        assertThat(jdbc.sql("select action from audit.deed where subject = :id order by done_at")
                        .param("id", path.substring(path.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly("campaign.written", "campaign.published");
    }
}
