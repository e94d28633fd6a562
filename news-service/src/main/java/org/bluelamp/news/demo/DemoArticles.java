package org.bluelamp.news.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.article.Articles;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Published;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the demo articles through the newsroom itself, as if it had been done over the last weeks, so that events
 * flow as they would. An article that is there already, in whatever state by now, is left alone; so is one that another
 * replica is publishing at this moment.
 */
@Component
@ConditionalOnBooleanProperty("bluelamp.demo-data")
class DemoArticles implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoArticles.class);
    private static final String FILES = "classpath*:demo/articles/*.md";

    private static final StaffMember EDITOR =
            new StaffMember("demo-data", "Demo data", Set.of(Role.EDITOR), Set.of(new AreaCode("hertfordshire")));

    private final Articles articles;
    private final Newsroom newsroom;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoArticles(Articles articles, Newsroom newsroom, TransactionTemplate transaction, Clock clock) {
        this.articles = articles;
        this.newsroom = newsroom;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        int added = 0;
        for (DemoArticle article : read()) {
            try {
                if (Boolean.TRUE.equals(transaction.execute(status -> add(article)))) {
                    added++;
                }
            } catch (DuplicateKeyException beingAdded) {
                log.debug("Demo article {} is being added elsewhere", article.id());
            }
        }
        log.info("{} demo articles added", added);
    }

    private boolean add(DemoArticle article) {
        if (articles.find(article.id()).isPresent()) {
            return false;
        }
        Instant published = article.publishedAt(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Draft draft = newsroomAt(published.minus(Duration.ofHours(1))).write(EDITOR, article.id(), article.content());
        if (article.state() != ArticleState.DRAFT) {
            Published made = newsroomAt(published).publish(EDITOR, draft.id(), draft.version());
            if (article.state() == ArticleState.WITHDRAWN) {
                newsroomAt(published.plus(article.withdrawnAfter()))
                        .withdraw(EDITOR, made.id(), made.version(), article.reason());
            }
        }
        return true;
    }

    private Newsroom newsroomAt(Instant time) {
        return newsroom.at(Clock.fixed(time, ZoneOffset.UTC));
    }

    private static List<DemoArticle> read() throws IOException {
        List<DemoArticle> articles = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            articles.add(DemoArticle.parse(
                    Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
        }
        return articles;
    }
}
