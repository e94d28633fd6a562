package org.bluelamp.news.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bluelamp.news.article.Contents.anArticle;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Author ERIN = new Author("1", "Erin");
    private static final Author SAM = new Author("2", "Sam");

    private final Draft draft =
            Draft.write(ArticleId.next(), new Slug("a"), anArticle().build(), ERIN, at(NINE));

    @Test
    void an_article_goes_from_draft_to_published_to_withdrawn_and_each_step_raises_the_version() {
        Published published = draft.publish(SAM, at(NINE.plusSeconds(60)));
        Withdrawn withdrawn = published.withdraw("The person was found.", ERIN, at(NINE.plusSeconds(120)));

        assertThat(List.of(draft, published, withdrawn))
                .extracting(Article::state)
                .containsExactly(ArticleState.DRAFT, ArticleState.PUBLISHED, ArticleState.WITHDRAWN);
        assertThat(List.of(draft, published, withdrawn))
                .extracting(Article::version)
                .containsExactly(1L, 2L, 3L);
        assertThat(withdrawn.publication()).isEqualTo(new Publication(NINE.plusSeconds(60), SAM));
        assertThat(withdrawn.withdrawal().reason()).isEqualTo("The person was found.");
    }

    @Test
    void each_state_offers_only_the_steps_allowed_in_it() {
        assertThat(stepsOf(Draft.class)).containsExactlyInAnyOrder("rewrite", "submit", "schedule", "publish");
        assertThat(stepsOf(InReview.class)).containsExactlyInAnyOrder("rewrite", "sendBack", "schedule", "publish");
        assertThat(stepsOf(Scheduled.class)).containsExactlyInAnyOrder("unschedule", "publish");
        assertThat(stepsOf(Published.class)).containsExactlyInAnyOrder("correct", "archive", "withdraw");
        assertThat(stepsOf(Corrected.class)).containsExactlyInAnyOrder("correct", "archive", "withdraw");
        assertThat(stepsOf(Archived.class)).containsExactly("withdraw");
        assertThat(stepsOf(Withdrawn.class)).isEmpty();
    }

    @Test
    void a_corrected_article_keeps_the_date_it_became_public_and_says_what_was_wrong() {
        Published published = draft.publish(ERIN, at(NINE));
        Corrected corrected = published.correct(
                anArticle().titled("Other words").build(),
                published.slug(),
                "The title named the wrong town.",
                SAM,
                at(NINE.plusSeconds(5)));

        assertThat(published.updatedAt()).isEqualTo(NINE);
        assertThat(corrected.updatedAt()).isEqualTo(NINE.plusSeconds(5));
        assertThat(corrected.publication()).isEqualTo(published.publication());
        assertThat(corrected.provenance().author()).isEqualTo(ERIN);
        assertThat(corrected.correction())
                .isEqualTo(new Correction(NINE.plusSeconds(5), SAM, "The title named the wrong town."));
    }

    @Test
    void who_wrote_or_changed_an_article_in_review_does_not_publish_it() {
        InReview waiting = draft.submit(ERIN, at(NINE));
        assertThatThrownBy(() -> waiting.publish(ERIN, at(NINE))).isInstanceOf(SecondPersonException.class);
        assertThat(waiting.publish(SAM, at(NINE)).publication().by()).isEqualTo(SAM);

        InReview changed = waiting.rewrite(anArticle().saying("Mine.").build(), waiting.slug(), SAM, at(NINE));
        assertThatThrownBy(() -> changed.schedule(NINE.plusSeconds(60), SAM)).isInstanceOf(SecondPersonException.class);
        assertThatThrownBy(() -> changed.publish(ERIN, at(NINE))).isInstanceOf(SecondPersonException.class);
    }

    @Test
    void a_withdrawal_needs_a_reason_of_readable_length() {
        Published published = draft.publish(ERIN, at(NINE));
        assertThatIllegalArgumentException().isThrownBy(() -> published.withdraw(" \n", ERIN, at(NINE)));
        assertThatIllegalArgumentException().isThrownBy(() -> published.withdraw("x".repeat(301), ERIN, at(NINE)));
    }

    @Test
    void texts_have_a_length_counted_as_people_count() {
        assertThat(anArticle().titled("🚲".repeat(120)).build().title()).hasSize(240);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anArticle().titled("a".repeat(121)).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anArticle().summarised("a".repeat(301)).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anArticle().saying("a".repeat(20_001)).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anArticle().saying(" \r\n ").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anArticle().forAreas().build());
    }

    @Test
    void texts_lose_what_nobody_can_see() {
        Content content = anArticle()
                .titled("  Two\n lines\u0000 ")
                .saying("\r\n\r\nOne\r\ntwo\u0007\rthree \n")
                .build();
        assertThat(content.title()).isEqualTo("Two lines");
        assertThat(content.body()).isEqualTo("One\ntwo\nthree");
    }

    @Test
    void an_area_inside_another_one_adds_nothing() {
        Content content = anArticle()
                .forAreas("hertfordshire/stevenage", "hertfordshire/stevenage/stevenage-north", "hertfordshire/watford")
                .build();
        assertThat(content.areas())
                .containsExactly(new AreaCode("hertfordshire/stevenage"), new AreaCode("hertfordshire/watford"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Week of action in Ware | week-of-action-in-ware",
                "Bishop’s Stortford: what we did | bishops-stortford-what-we-did",
                "Café, naïve & 100% | cafe-naive-100",
                "Feed | feed-1",
                "新聞 | article-1",
            })
    void a_slug_is_made_from_the_words_of_the_title(String title, String slug) {
        assertThat(Slug.from(title)).isEqualTo(new Slug(slug));
    }

    @Test
    void a_long_title_makes_a_slug_of_whole_words() {
        assertThat(Slug.from("officers ".repeat(13)).value()).isEqualTo("officers-".repeat(8) + "officers");
        assertThat(Slug.from("x".repeat(120)).value()).hasSize(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a--b", "-a", "a/b", "a b", "../a"})
    void other_texts_are_no_slugs(String text) {
        assertThat(Slug.isShapedLikeOne(text)).isFalse();
    }

    @Test
    void a_hashtag_is_one_word_with_or_without_its_sign() {
        assertThat(new Campaign(Campaign.withoutSign(" #HertsWeek2026 "))).hasToString("#HertsWeek2026");
        assertThatIllegalArgumentException().isThrownBy(() -> new Campaign("two words"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Campaign(""));
    }

    private static List<String> stepsOf(Class<? extends Article> state) {
        return Arrays.stream(state.getMethods())
                .filter(method -> Article.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .toList();
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }
}
