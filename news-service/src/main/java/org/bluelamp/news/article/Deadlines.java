package org.bluelamp.news.article;

import java.time.Duration;
import org.bluelamp.messaging.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what is due: publishes scheduled articles and ends those whose time is over. Every replica looks once a second;
 * a row is claimed and changed in one transaction, so each is done once, and what fell due while nothing ran is done at
 * the start.
 */
@Component
class Deadlines extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Deadlines.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Newsroom newsroom;

    Deadlines(Newsroom newsroom) {
        super("deadlines");
        this.newsroom = newsroom;
    }

    @Override
    protected void work() throws InterruptedException {
        while (true) {
            Thread.sleep(look() ? EVERY : AFTER_FAILURE);
        }
    }

    /** @return false when the database could not be asked */
    private boolean look() {
        try {
            for (ArticleId article : newsroom.due()) {
                try {
                    newsroom.doWhatIsDue(article);
                } catch (RuntimeException e) {
                    // The others go on; this one is tried again.
                    log.error("What is due with article {} was not done", article, e);
                }
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("Articles that are due wait some seconds: {}", e.toString());
            return false;
        }
    }
}
