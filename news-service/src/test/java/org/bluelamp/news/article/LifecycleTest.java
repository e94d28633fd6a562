package org.bluelamp.news.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bluelamp.news.article.Contents.anArticle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bluelamp.news.NewsTest;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Review by a second person, the schedule, and how articles end; the running service does what is due by itself. */
class LifecycleTest extends NewsTest {

    private static final StaffMember RHYS =
            new StaffMember("rhys", "Rhys Reviewer", Set.of(Role.EDITOR), Set.of(new AreaCode("hertfordshire")));
    private static final StaffMember ADA =
            new StaffMember("ada", "Ada Admin", Set.of(Role.ADMINISTRATOR), Set.of(new AreaCode("hertfordshire")));

    @Autowired
    private Comments comments;

    @Autowired
    private Versions versions;

    @Autowired
    private SecondPerson secondPerson;

    @Test
    void an_appeal_is_published_by_a_second_person_only() {
        Draft draft = draft(anArticle().kind(ArticleKind.APPEAL));
        assertThatThrownBy(() -> newsroom.publish(ERIN, draft.id(), 1))
                .isInstanceOf(SecondPersonException.class)
                .hasMessageContaining("Send it for review");
        assertThatThrownBy(() -> newsroom.publish(RHYS, draft.id(), 1)).isInstanceOf(SecondPersonException.class);

        newsroom.submit(ERIN, draft.id(), 1);
        assertThatThrownBy(() -> newsroom.publish(ERIN, draft.id(), 2)).isInstanceOf(SecondPersonException.class);
        assertThat(newsroom.publish(RHYS, draft.id(), 2).publication().by().name())
                .isEqualTo("Rhys Reviewer");
    }

    @Test
    void a_correction_is_no_way_around_the_second_person() {
        Published news = published(anArticle());
        assertThatThrownBy(() -> newsroom.correct(
                        ERIN, news.id(), 2, anArticle().kind(ArticleKind.APPEAL).build(), "It is an appeal."))
                .isInstanceOf(SecondPersonException.class);
        assertThat(articles.find(news.id())).contains(news);

        Draft appeal = draft(anArticle().kind(ArticleKind.APPEAL));
        newsroom.submit(ERIN, appeal.id(), 1);
        newsroom.publish(RHYS, appeal.id(), 2);
        assertThat(newsroom.correct(
                                ERIN,
                                appeal.id(),
                                3,
                                anArticle().kind(ArticleKind.APPEAL).build(),
                                "The time.")
                        .version())
                .isEqualTo(4);
    }

    @Test
    void what_was_changed_after_the_reviewer_read_it_is_not_published_unread() {
        Draft draft = draft(anArticle());
        newsroom.submit(ERIN, draft.id(), 1);
        newsroom.rewrite(ERIN, draft.id(), 2, otherWords());
        assertThatThrownBy(() -> newsroom.publish(RHYS, draft.id(), 2)).isInstanceOf(StaleArticleException.class);
    }

    @Test
    void a_reviewer_comments_and_sends_back_and_both_can_be_read() {
        Draft draft = draft(anArticle());
        newsroom.submit(ERIN, draft.id(), 1);
        newsroom.comment(RHYS, draft.id(), "Which library?");
        Draft back = newsroom.sendBack(RHYS, draft.id(), 2, "Name the library, please.");

        assertThat(articles.find(draft.id())).contains(back);
        assertThat(comments.of(draft.id()))
                .extracting(Comment::text)
                .containsExactly("Which library?", "Name the library, please.");
    }

    @Test
    void a_force_decides_which_kinds_need_a_second_person_and_only_its_administrators_do() {
        AreaCode force = new AreaCode("hertfordshire");
        assertThatThrownBy(() -> secondPerson.decide(ERIN, force, Set.of())).isInstanceOf(AccessDeniedException.class);
        secondPerson.decide(ADA, force, Set.of(ArticleKind.NEWS));

        Draft news = draft(anArticle());
        assertThatThrownBy(() -> newsroom.publish(ERIN, news.id(), 1)).isInstanceOf(SecondPersonException.class);
        Draft appeal = draft(anArticle().kind(ArticleKind.APPEAL));
        assertThat(newsroom.publish(ERIN, appeal.id(), 1).version()).isEqualTo(2);
    }

    @Test
    void a_scheduled_article_becomes_public_by_itself_within_seconds_of_its_time() {
        Draft draft = draft(anArticle());
        Instant at = Instant.now().plusSeconds(2);
        newsroom.schedule(ERIN, draft.id(), 1, at);
        assertThat(call().get("/news/" + draft.slug()).status()).isEqualTo(404);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> articles.find(draft.id()).orElseThrow() instanceof Published);
        Published published = (Published) articles.find(draft.id()).orElseThrow();
        assertThat(published.publication().at()).isBetween(at, at.plusSeconds(10));
        assertThat(published.publication().by().name()).isEqualTo("Erin Editor");
        assertThat(call().get("/news/" + draft.slug()).status()).isEqualTo(200);
    }

    @Test
    void many_replicas_publish_what_is_due_once() throws Exception {
        Draft draft = draft(anArticle());
        // Due long after this test for the service itself, and now for the replicas.
        newsroom.schedule(ERIN, draft.id(), 1, Instant.now().plus(Duration.ofDays(2)));
        Newsroom later = newsroom.at(Clock.fixed(Instant.now().plus(Duration.ofDays(3)), ZoneOffset.UTC));
        CountDownLatch together = new CountDownLatch(1);
        Callable<Void> replica = () -> {
            together.await();
            transaction.executeWithoutResult(status -> later.doWhatIsDue(draft.id()));
            return null;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all =
                    IntStream.range(0, 6).mapToObj(i -> threads.submit(replica)).toList();
            together.countDown();
            for (Future<Void> one : all) {
                one.get();
            }
        }
        assertThat(announced(draft.id())).hasSize(1);
        assertThat(articles.find(draft.id()).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void what_is_taken_out_of_the_schedule_stays_a_draft() {
        Draft draft = draft(anArticle());
        newsroom.schedule(ERIN, draft.id(), 1, Instant.now().plus(Duration.ofDays(2)));
        newsroom.unschedule(ERIN, draft.id(), 2);
        after(Duration.ofDays(3), draft);
        assertThat(articles.find(draft.id()).orElseThrow()).isInstanceOf(Draft.class);
    }

    @Test
    void the_past_and_a_time_after_the_end_are_no_times_to_publish_at() {
        Draft draft = draft(anArticle());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        newsroom.schedule(ERIN, draft.id(), 1, Instant.now().minusSeconds(1)));
        Draft ending = draft(anArticle().until(Instant.now().plus(Duration.ofDays(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        newsroom.schedule(ERIN, ending.id(), 1, Instant.now().plus(Duration.ofDays(2))));
    }

    @Test
    void an_article_whose_end_came_while_nothing_ran_is_not_published_any_more() {
        Draft draft = draft(anArticle().until(Instant.now().plus(Duration.ofDays(2))));
        newsroom.schedule(ERIN, draft.id(), 1, Instant.now().plus(Duration.ofDays(1)));
        after(Duration.ofDays(3), draft);
        assertThat(articles.find(draft.id()).orElseThrow()).isInstanceOf(Draft.class);
        assertThat(announced(draft.id())).isEmpty();
        assertThat(comments.of(draft.id()))
                .singleElement()
                .satisfies(said -> assertThat(said.text()).contains("did not publish this at its time"));
    }

    @Test
    void a_missing_person_is_withdrawn_at_the_end_and_anything_else_is_archived() {
        Instant end = Instant.now().plus(Duration.ofDays(2));
        Draft missing = draft(anArticle().kind(ArticleKind.MISSING_PERSON).until(end));
        newsroom.submit(ERIN, missing.id(), 1);
        newsroom.publish(RHYS, missing.id(), 2);
        Published event = published(anArticle().kind(ArticleKind.EVENT).until(end));
        after(Duration.ofDays(3), missing);
        after(Duration.ofDays(3), event);

        assertThat(articles.find(missing.id()).orElseThrow())
                .isInstanceOfSatisfying(
                        Withdrawn.class,
                        gone -> assertThat(gone.withdrawal().reason()).isEqualTo("This appeal has ended."));
        assertThat(articles.find(event.id()).orElseThrow()).isInstanceOf(Archived.class);
        assertThat(call().get("/news/" + missing.slug()).status()).isEqualTo(410);
        assertThat(call().get("/news/" + event.slug()).text()).contains("This is no longer current");
        assertThat(call().get("/news").html().select("main h2 a")).isEmpty();
        assertThat(call().get("/news/feed").body()).doesNotContain("<entry>");
        assertThat(announced(event.id()))
                .extracting(Announced::type)
                .containsExactly("news.article.published", "news.article.archived");
        assertThat(announced(event.id())).allSatisfy(event1 -> Contracts.validate(event1.type(), event1.data()));
    }

    @Test
    void every_version_that_readers_saw_can_be_read_with_what_changed() {
        Published published = published(anArticle().saying("Come on Saturday.\n\nBring a lock."));
        newsroom.correct(
                ERIN,
                published.id(),
                2,
                anArticle().saying("Come on Sunday.\n\nBring a lock.").build(),
                "It is on Sunday.");

        assertThat(versions.of(published.id()))
                .extracting(ArticleVersion::version)
                .containsExactly(3L, 2L);
        assertThat(call().get("/news/" + published.slug()).text()).contains("Corrected on", "It is on Sunday.");
        var page = call().get("/news/" + published.slug() + "/versions");
        assertThat(page.html().select("del").text()).contains("Saturday").doesNotContain("lock");
        assertThat(page.html().select("ins").text()).contains("Sunday").doesNotContain("lock");
        assertThat(page.text()).contains("First published on");

        newsroom.withdraw(ERIN, published.id(), 3, "Wrong town.");
        assertThat(call().get("/news/" + published.slug() + "/versions").status())
                .isEqualTo(410);
    }

    private void after(Duration time, Article article) {
        Newsroom then = newsroom.at(Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC));
        transaction.executeWithoutResult(status -> then.doWhatIsDue(article.id()));
    }
}
