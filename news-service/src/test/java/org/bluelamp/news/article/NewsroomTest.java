package org.bluelamp.news.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bluelamp.news.article.Contents.anArticle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bluelamp.news.NewsTest;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class NewsroomTest extends NewsTest {

    private static final StaffMember EDITOR_OF_WATFORD =
            new StaffMember("will", "Will", Set.of(Role.EDITOR), Set.of(new AreaCode("hertfordshire/watford")));
    private static final StaffMember OFFICER_OF_ALL =
            new StaffMember("olive", "Olive", Set.of(Role.OFFICER), Set.of(new AreaCode("hertfordshire")));

    @Test
    void what_was_written_is_kept_to_the_letter_through_every_state() {
        Draft draft = draft(anArticle()
                .titled("Bikes & “quotes” 🚲")
                .about(Topic.COMMUNITY, Topic.DRUGS)
                .of("HertsWeek")
                .forAreas(WARE, "hertfordshire/watford"));
        assertThat(articles.find(draft.id())).contains(draft);

        Published published = newsroom.publish(ERIN, draft.id(), 1);
        assertThat(articles.find(draft.id())).contains(published);

        Withdrawn withdrawn = newsroom.withdraw(ERIN, draft.id(), 2, "Wrong date.");
        assertThat(articles.find(draft.id())).contains(withdrawn);
    }

    @Test
    void a_draft_is_announced_to_nobody_and_publishing_and_withdrawing_to_all_as_the_contract_says() {
        Draft draft = draft(anArticle().of("HertsWeek"));
        assertThat(announced(draft.id())).isEmpty();

        newsroom.publish(ERIN, draft.id(), 1);
        newsroom.correct(ERIN, draft.id(), 2, otherWords(), "Better words.");
        newsroom.withdraw(ERIN, draft.id(), 3, "Wrong date.");

        List<Announced> events = announced(draft.id());
        assertThat(events)
                .extracting(Announced::type)
                .containsExactly("news.article.published", "news.article.published", "news.article.withdrawn");
        assertThat(events).extracting(Announced::version).containsExactly(2L, 3L, 4L);
        assertThat(events).allSatisfy(event -> Contracts.validate(event.type(), event.data()));
    }

    @Test
    void an_article_without_campaign_and_topics_keeps_the_contract_too() {
        Published published = published(anArticle().about());
        assertThat(announced(published.id()))
                .singleElement()
                .satisfies(event -> Contracts.validate(event.type(), event.data()));
    }

    @Test
    void every_deed_is_in_the_audit_trail_with_its_reason() {
        Published published = published(anArticle());
        newsroom.withdraw(ERIN, published.id(), 2, "Wrong date.");

        assertThat(jdbc.sql(
                                "select staff_id || ' ' || action || ' ' || reason from audit.deed where subject = :id order by done_at, action")
                        .param("id", published.id().toString())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "erin article.written ", "erin article.published ", "erin article.withdrawn Wrong date.");
    }

    @Test
    void an_editor_needs_the_right_in_every_area_of_the_article_before_and_after() {
        Draft ofWatford = newsroom.write(
                EDITOR_OF_WATFORD,
                anArticle().forAreas("hertfordshire/watford/town-centre").build());
        Draft ofBoth = draft(anArticle().forAreas("hertfordshire/watford", WARE));
        Published publicOfBoth = published(anArticle().forAreas("hertfordshire/watford", WARE));
        Content forWare = anArticle().forAreas(WARE).build();
        Content forWatford = anArticle().forAreas("hertfordshire/watford").build();

        denied(() -> newsroom.write(EDITOR_OF_WATFORD, forWare));
        denied(() -> newsroom.write(
                EDITOR_OF_WATFORD, anArticle().forAreas("hertfordshire").build()));
        denied(() -> newsroom.rewrite(EDITOR_OF_WATFORD, ofWatford.id(), 1, forWare));
        denied(() -> newsroom.rewrite(EDITOR_OF_WATFORD, ofBoth.id(), 1, forWatford));
        denied(() -> newsroom.publish(EDITOR_OF_WATFORD, ofBoth.id(), 1));
        denied(() -> newsroom.withdraw(EDITOR_OF_WATFORD, publicOfBoth.id(), 2, "No."));
        denied(() -> newsroom.open(EDITOR_OF_WATFORD, ofBoth.id()));
        denied(() -> newsroom.write(OFFICER_OF_ALL, forWare));

        assertThat(newsroom.publish(EDITOR_OF_WATFORD, ofWatford.id(), 1).state())
                .isEqualTo(ArticleState.PUBLISHED);
        assertThat(articles.find(ofBoth.id())).contains(ofBoth);
        assertThat(announced(ofBoth.id())).isEmpty();
    }

    private static void denied(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_change_onto_an_older_version_is_refused_and_changes_nothing() {
        Draft draft = draft(anArticle());
        Article changed = newsroom.rewrite(ERIN, draft.id(), 1, otherWords());

        assertThatThrownBy(() -> newsroom.rewrite(
                        ERIN, draft.id(), 1, anArticle().saying("Mine.").build()))
                .isInstanceOf(StaleArticleException.class);
        assertThatThrownBy(() -> newsroom.publish(ERIN, draft.id(), 1)).isInstanceOf(StaleArticleException.class);
        assertThat(articles.find(draft.id())).contains(changed);
        assertThat(announced(draft.id())).isEmpty();
    }

    @Test
    void of_two_who_publish_at_the_same_moment_one_does_and_it_is_announced_once() throws Exception {
        Draft draft = draft(anArticle());
        CountDownLatch together = new CountDownLatch(1);
        Callable<Boolean> publish = () -> {
            together.await();
            try {
                newsroom.publish(ERIN, draft.id(), 1);
                return true;
            } catch (StaleArticleException e) {
                return false;
            }
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> one = threads.submit(publish);
            Future<Boolean> other = threads.submit(publish);
            together.countDown();
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(announced(draft.id())).hasSize(1);
    }

    @Test
    void what_is_withdrawn_stays_withdrawn_and_what_is_public_is_not_published_again() {
        Published published = published(anArticle());
        assertThatThrownBy(() -> newsroom.publish(ERIN, published.id(), 2)).isInstanceOf(WrongStateException.class);

        newsroom.withdraw(ERIN, published.id(), 2, "Wrong date.");
        assertThatThrownBy(() -> newsroom.publish(ERIN, published.id(), 3)).isInstanceOf(WrongStateException.class);
        assertThatThrownBy(() -> newsroom.correct(ERIN, published.id(), 3, otherWords(), "Better words."))
                .isInstanceOf(WrongStateException.class);
        assertThatThrownBy(() -> newsroom.withdraw(ERIN, published.id(), 3, "Again."))
                .isInstanceOf(WrongStateException.class);

        Draft draft = draft(anArticle());
        assertThatThrownBy(() -> newsroom.withdraw(ERIN, draft.id(), 1, "Never public."))
                .isInstanceOf(WrongStateException.class);
    }

    @Test
    void articles_of_the_same_title_have_addresses_of_their_own() {
        assertThat(List.of(draft(anArticle()), draft(anArticle()), draft(anArticle())))
                .extracting(draft -> draft.slug().value())
                .containsExactly("bike-marking-in-ware", "bike-marking-in-ware-2", "bike-marking-in-ware-3");
    }

    @Test
    void many_articles_of_the_same_title_at_once_have_addresses_of_their_own() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> writers = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(
                            i -> () -> draft(anArticle()).slug().value())
                    .toList();
            Set<String> slugs = new HashSet<>();
            for (Future<String> slug : threads.invokeAll(writers)) {
                slugs.add(slug.get());
            }
            assertThat(slugs).hasSize(8);
        }
    }

    @Test
    void a_public_address_stays_the_articles_own_after_it_moved() {
        Published published = published(anArticle());
        Article renamed = newsroom.correct(
                ERIN,
                published.id(),
                2,
                anArticle().titled("Tool marking in Ware").build(),
                "It is about tools.");
        assertThat(renamed.slug().value()).isEqualTo("tool-marking-in-ware");

        assertThat(draft(anArticle()).slug().value()).isEqualTo("bike-marking-in-ware-2");

        Article back = newsroom.correct(ERIN, published.id(), 3, anArticle().build(), "It is about bikes.");
        assertThat(back.slug()).isEqualTo(published.slug());
    }

    @Test
    void the_address_of_a_draft_is_free_again_when_its_title_changes() {
        Draft draft = draft(anArticle());
        newsroom.rewrite(ERIN, draft.id(), 1, anArticle().titled("Tool marking").build());
        assertThat(draft(anArticle()).slug()).isEqualTo(draft.slug());
    }
}
