package org.bluelamp.news.webhook;

import java.util.Set;
import java.util.stream.Collectors;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleListener;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.social.ReadyTexts;
import org.bluelamp.news.social.Told;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.webhook.Telling;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has the tools of a force told of its articles, in the transaction of the deed. */
@Component
class ArticleTelling implements ArticleListener {

    private final Telling telling;
    private final Areas areas;
    private final ReadyTexts texts;
    private final String publicUrl;

    ArticleTelling(Telling telling, Areas areas, ReadyTexts texts, @Value("${bluelamp.public-url}") String publicUrl) {
        this.telling = telling;
        this.areas = areas;
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    @Override
    public void changed(Article article) {
        Set<AreaCode> forces = article.content().areas().stream()
                .map(area -> new AreaCode(area.value().split("/", 2)[0]))
                .collect(Collectors.toSet());
        if (!telling.anybodyListens(forces)) {
            return;
        }
        String url = publicUrl + "/news/" + article.slug();
        switch (article) {
            case Public current ->
                add(forces, current, Message.of(current, areas.all(), url, texts.of(Told.of(current, publicUrl))));
            case Withdrawn gone -> add(forces, gone, Message.of(gone, url));
            default -> {
                // An archived article stays where it is.
            }
        }
    }

    private void add(Set<AreaCode> forces, Article article, Message message) {
        telling.tell(
                forces,
                new Telling.Told(
                        article.id().value(),
                        article.version(),
                        message.type(),
                        message.timestamp(),
                        message.data(),
                        article instanceof Withdrawn));
    }
}
