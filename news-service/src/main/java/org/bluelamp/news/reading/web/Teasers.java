package org.bluelamp.news.reading.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.picture.Picture;
import org.bluelamp.news.picture.Pictures;
import org.bluelamp.news.reading.Headline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the cards of a list, with their pictures. */
@Component
public class Teasers {

    private final Pictures pictures;

    Teasers(Pictures pictures) {
        this.pictures = pictures;
    }

    /** The picture of the first that has one, for where a list is shared; null when none has. */
    public @Nullable SharedPicture sharedPicture(List<Headline> headlines, String publicUrl) {
        Map<ArticleId, Picture> leading =
                pictures.leading(headlines.stream().map(Headline::id).toList());
        return headlines.stream()
                .map(headline -> leading.get(headline.id()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(picture -> SharedPicture.of(picture, publicUrl))
                .orElse(null);
    }

    /** The cards, in the order given. */
    public List<Teaser> of(List<Headline> headlines, AreaMap areas) {
        if (headlines.isEmpty()) {
            return List.of();
        }
        Map<ArticleId, Picture> leading =
                pictures.leading(headlines.stream().map(Headline::id).toList());
        return headlines.stream()
                .map(headline -> Teaser.of(
                        headline,
                        areas,
                        Optional.ofNullable(leading.get(headline.id()))
                                .map(Picture::shown)
                                .orElse(null)))
                .toList();
    }
}
